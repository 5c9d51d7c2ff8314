import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Build } from '@/db'
import { letters, tickets } from '@/db/schema'
import type { Classified, Inbound, ReadMail } from '@/lib/inbox'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { type Dossier, dossierOf, openFrom, type TicketRow } from '@/lib/tickets'
import { house } from '../find'
import { type Settled, senderOn } from './spoken'
import { wordsOf } from './words'

const furthest = days(120)

/**
 * An out-of-office note and the like: one grey line on its ticket that counts as nothing. It opens nothing again, stops no
 * clock, tells nobody, is answered by nobody; only the question whether all is well now waits until they are back.
 */
export async function automaticOn(
  mail: ReadMail,
  classified: Classified,
  row: Inbound,
  ticket: TicketRow,
  now: Date,
): Promise<Settled> {
  const dossier = await dossierOf(house, ticket.id)
  const sender = await senderOn(mail, dossier, classified.authentication)
  const { returnsAt } = classified
  const its = { id: newId('message'), ticketId: ticket.id, kind: 'automatic' as const, sender, returnsAt }
  const away = sender.standing === 'participant' && returnsAt ? putOff(dossier, returnsAt, now) : () => []
  return {
    outcome: { state: 'settled', kind: 'automatic', ticketId: ticket.id, messageRowId: its.id },
    build: (tx) => [wordsOf(mail, row, its, now), ...away(tx)],
  }
}

/** What asks the customer again waits for the day after they return, in business hours. The ticket keeps its version: a plan moved, nobody's view of it became wrong. */
function putOff({ ticket, calendar }: Dossier, returnsAt: Date, now: Date): Build {
  if (returnsAt <= now || returnsAt > after(now, furthest)) return () => []
  const at = openFrom(after(returnsAt, days(1)), calendar)
  return (tx) => [
    tx
      .update(tickets)
      .set({ askAt: at })
      .where(and(eq(tickets.id, ticket.id), lt(tickets.askAt, at))),
    // Asked already and waiting to leave, or to remind: silence must not close it while they are away.
    tx
      .update(letters)
      .set({ notBefore: at, updatedAt: now })
      .where(
        and(
          eq(letters.ticketId, ticket.id),
          inArray(letters.kind, ['recovery', 'recovery_reminder']),
          eq(letters.state, 'queued'),
          lt(letters.notBefore, at),
        ),
      ),
    tx
      .update(tickets)
      .set({ verdictDueAt: after(at, days(4)) })
      .where(and(eq(tickets.id, ticket.id), lt(tickets.verdictDueAt, after(at, days(4))))),
  ]
}
