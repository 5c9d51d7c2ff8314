import { and, eq, gt } from 'drizzle-orm'
import { atomically, db, type Filled } from '@/db'
import { messages } from '@/db/schema'
import { nudge } from '@/lib/jobs'
import { after, hours } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { openToken } from '@/lib/kit/seal'
import { type Dossier, dossierOf, isOpen, survivorOf } from '@/lib/tickets'
import { house } from './find'
import { hearing } from './heard'
import { linkEndsAt } from './recovery'
import { reopening } from './reopening'
import { say } from './say'

const mostAnHour = 30
const persistence = 5

/**
 * Takes what a customer writes on their own page: on the ticket, as a two-way contact; a ticket that waited for it goes on, a
 * resolved or closed one opens again. Refuses `case.unknown` for a word that is not ours, `case.gone` when the page has
 * ended, `rate.exceeded` after 30 in an hour.
 */
export const customerMessage = (token: string, { text }: { text: string }, now: Date): Promise<void> =>
  speak(token, text, false, now)

/** Opens the case again because its customer says that it is not solved, with their words if any. Refuses as `customerMessage`. */
export const reopenByCustomer = (token: string, { text }: { text?: string | undefined }, now: Date): Promise<void> =>
  speak(token, text?.trim() || null, true, now)

async function speak(token: string, text: string | null, insists: boolean, now: Date): Promise<void> {
  const named = openToken('case', token) ?? refuse('case.unknown')
  for (let turn = 1; ; turn++) {
    // Of a merged case the word belongs on the one that it became, also when that happened just now.
    const ticketId = (await survivorOf(named)) ?? refuseUnknown()
    const dossier = await dossierOf(house, ticketId).catch((error: unknown) => {
      throw isRefusal(error) && error.code === 'ticket.unknown' ? refuseUnknown() : error
    })
    await demandRoom(dossier, now)
    try {
      await take(dossier, text, insists, now)
      nudge()
      return
    } catch (error) {
      // Somebody changed the ticket between the look and the list: a customer is not asked to try again.
      if (!isRefusal(error) || error.code !== 'ticket.stale' || turn === persistence) throw error
    }
  }
}

async function take(dossier: Dossier, text: string | null, insists: boolean, now: Date): Promise<void> {
  const { ticket } = dossier
  const words = text ? [spoken(dossier, text, now)] : []
  if (isOpen(ticket.status)) {
    // It is open already: saying so again changes nothing.
    if (!text) return
    const heard = await hearing(dossier, 'other', now)
    await atomically((tx) => [...heard(tx), ...words])
    return
  }
  if (!text && !insists) return
  const reopened = text
    ? await hearing(dossier, 'other', now)
    : reopening({ kind: 'customer', id: ticket.customerId }, dossier, 'customer', now)
  await atomically((tx) => [...reopened(tx), ...words])
}

const spoken = ({ ticket }: Dossier, text: string, now: Date): Filled =>
  say(
    {
      id: newId('message'),
      ticketId: ticket.id,
      kind: 'customer_page',
      authorKind: 'customer',
      authorId: ticket.customerId,
      text,
      letterId: null,
      visible: true,
    },
    now,
  )

async function demandRoom({ ticket }: Dossier, now: Date): Promise<void> {
  if (ticket.status === 'discarded' || (ticket.closedAt && linkEndsAt(ticket.closedAt) < now)) refuse('case.gone')
  const lately = and(
    eq(messages.ticketId, ticket.id),
    eq(messages.kind, 'customer_page'),
    gt(messages.createdAt, after(now, -hours(1))),
  )
  if ((await db.$count(messages, lately)) >= mostAnHour) refuse('rate.exceeded')
}

const refuseUnknown = () => refuse('case.unknown')
