import { and, eq, isNull, lte } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { recoveries, tickets } from '@/db/schema'
import type { Event } from '@/lib/events'
import { newId } from '@/lib/kit/ids'
import { lettersOf, recall } from '@/lib/mail'
import { cancelRecovery } from '@/lib/surveys'
import { dossierOf, indexTickets } from '@/lib/tickets'
import { customerOf, house } from './find'
import { letterTo } from './letter'
import { nameOf } from './reading'
import { closingLetters } from './reopening'
import { say } from './say'

/** A ticket opened again by another way than this room's: what waits for its customer ends. A second time changes nothing. */
export async function afterReopening(events: Event[], now: Date): Promise<void> {
  for (const { kind, subjectId, at } of events) {
    if (kind !== 'ticket.reopened') continue
    const [ticket] = await db.select({ open: tickets.open }).from(tickets).where(eq(tickets.id, subjectId))
    await atomically((tx) => [
      tx
        .update(recoveries)
        .set({ cancelledAt: now })
        .where(and(eq(recoveries.ticketId, subjectId), unsettled, lte(recoveries.resolvedAt, at))),
      // Resolved once more in the meantime: what waits now belongs to the new round.
      ...(ticket?.open
        ? [
            cancelRecovery({ ticketId: subjectId, reason: 'reopened' }),
            recall(tx, subjectId, [...closingLetters], 'reopened', now),
          ]
        : []),
    ])
  }
}

/** A ticket resolved by another way than this room's: its customer is told what was done, once. */
export async function afterResolving(events: Event[], now: Date): Promise<void> {
  for (const { kind, subjectId, actorKind, actorId } of events) {
    if (kind !== 'ticket.resolved') continue
    const dossier = await dossierOf(house, subjectId)
    const { ticket } = dossier
    const customer = await customerOf(ticket)
    if (ticket.status !== 'resolved' || !ticket.summary || !dossier.reach.email || !customer?.email) continue
    const told = (await lettersOf(ticket.id)).some(
      (letter) => letter.kind === 'summary' && ticket.resolvedAt && letter.createdAt >= ticket.resolvedAt,
    )
    if (told) continue
    const ids = { messageId: newId('message'), letterId: newId('letter') }
    const email = customer.email
    const name = actorKind === 'user' && actorId ? await nameOf(actorId) : null
    const author = { authorKind: actorKind, authorId: actorId }
    await atomically(() => [
      say(
        {
          ...author,
          id: ids.messageId,
          ticketId: ticket.id,
          kind: 'letter',
          text: ticket.summary ?? '',
          letterId: ids.letterId,
          visible: true,
        },
        now,
      ),
      ...letterTo({ ...customer, email }, dossier, 'summary', ids, name, now),
    ])
  }
}

/** Words came to tickets by mail: search finds them. A second time changes nothing. */
export async function afterMail(events: Event[]): Promise<void> {
  const ids = new Set(events.filter(({ kind }) => kind === 'message.received').map(({ subjectId }) => subjectId))
  if (ids.size > 0) await indexTickets([...ids])
}

const unsettled = and(isNull(recoveries.answeredAt), isNull(recoveries.settledAt), isNull(recoveries.cancelledAt))
