import { and, eq, isNull } from 'drizzle-orm'
import type { Build } from '@/db'
import { recoveries } from '@/db/schema'
import type { Author } from '@/lib/events'
import { recall } from '@/lib/mail'
import { cancelRecovery } from '@/lib/surveys'
import { type Closing, type Dossier, decideClose } from '@/lib/tickets'

/** The list that closes a resolved ticket without an answer: the open invitation ends, the reminder is called back, the round settles. */
export function closing(by: Author, dossier: Dossier, ending: Closing, now: Date): Build {
  const { steps, ticket } = decideClose(by, dossier, ending, now)
  return (tx) => [
    ...steps,
    cancelRecovery({ ticketId: ticket.id, reason: ending.outcome }),
    recall(tx, ticket.id, ['recovery', 'recovery_reminder'], 'closed', now),
    tx
      .update(recoveries)
      .set({ outcome: ending.outcome, settledAt: now })
      .where(and(eq(recoveries.ticketId, ticket.id), isNull(recoveries.settledAt), isNull(recoveries.cancelledAt))),
  ]
}
