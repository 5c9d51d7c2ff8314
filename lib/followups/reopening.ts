import { and, eq, isNull } from 'drizzle-orm'
import type { Build } from '@/db'
import { recoveries } from '@/db/schema'
import type { Author } from '@/lib/events'
import { recall } from '@/lib/mail'
import { cancelRecovery } from '@/lib/surveys'
import { type Decided, type Dossier, decideReopen, type ReopenCause } from '@/lib/tickets'

/** What waits for a resolved ticket's customer and is untrue once it is open again. */
export const closingLetters = ['summary', 'recovery', 'recovery_reminder', 'thanks'] as const

/**
 * The list that opens a ticket again: with it, the open invitation ends, the letters that wait are called back and the
 * round that asked counts as cancelled. Refuses what `decideReopen` refuses. For one list, with whatever else becomes true.
 */
export const reopening = (by: Author, dossier: Dossier, cause: ReopenCause, now: Date): Build =>
  reopeningWith(decideReopen(by, dossier, cause, now), now)

/** The same for a decision that reopens and does more. */
export function reopeningWith({ steps, ticket }: Decided, now: Date): Build {
  return (tx) => [
    ...steps,
    cancelRecovery({ ticketId: ticket.id, reason: 'reopened' }),
    recall(tx, ticket.id, [...closingLetters], 'reopened', now),
    tx
      .update(recoveries)
      .set({ cancelledAt: now })
      .where(and(eq(recoveries.ticketId, ticket.id), isNull(recoveries.answeredAt), isNull(recoveries.settledAt))),
  ]
}
