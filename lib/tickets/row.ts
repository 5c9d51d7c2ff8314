import type { contactAttempts, slaClocks, slaPolicies, tickets } from '@/db/schema'
import type { Priority } from '@/db/words/tickets'

export type TicketRow = typeof tickets.$inferSelect
export type ClockRow = typeof slaClocks.$inferSelect
export type AttemptRow = typeof contactAttempts.$inferSelect

/** What a policy grants, in business minutes by priority, and the longest wait for a customer in calendar minutes. */
export type SlaPolicy = Pick<typeof slaPolicies.$inferSelect, 'id' | 'waitLimit'> & {
  targets: Record<Priority, { firstContact: number; resolution: number }>
}
