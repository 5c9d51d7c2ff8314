import { and, eq, isNull, lte } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { recoveries, tickets } from '@/db/schema'
import type { Event } from '@/lib/events'
import { recall } from '@/lib/mail'
import { cancelRecovery } from '@/lib/surveys'
import { closingLetters } from './reopening'

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

const unsettled = and(isNull(recoveries.answeredAt), isNull(recoveries.settledAt), isNull(recoveries.cancelledAt))
