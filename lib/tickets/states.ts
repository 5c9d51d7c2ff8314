import { openStatuses, type TicketStatus } from '@/db/words/tickets'
import { refuse } from '@/lib/kit/refusal'

/** The drawn arrows: where a ticket may go from each status. No path, API or job makes another. */
export const transitions = {
  new: ['assigned', 'in_progress', 'discarded'],
  assigned: ['new', 'in_progress', 'discarded'],
  in_progress: ['waiting_customer', 'waiting_third_party', 'resolved', 'discarded'],
  waiting_customer: ['in_progress', 'discarded'],
  waiting_third_party: ['in_progress', 'discarded'],
  resolved: ['closed', 'in_progress'],
  closed: ['in_progress'],
  discarded: [],
} as const satisfies Record<TicketStatus, readonly TicketStatus[]>

/** Whether an arrow is drawn. */
export const mayMove = (from: TicketStatus, to: TicketStatus): boolean =>
  (transitions[from] as readonly TicketStatus[]).includes(to)

/** Refuses `ticket.transition` (from, to, allowed) unless an arrow is drawn. */
export function demandArrow(from: TicketStatus, to: TicketStatus): void {
  if (!mayMove(from, to)) {
    refuse('ticket.transition', { from, to, allowed: transitions[from] }, [
      {
        path: 'status',
        code: 'transition',
        message: `from ${from} to one of: ${transitions[from].join(', ') || 'none'}`,
      },
    ])
  }
}

/** Whether a status is one of the five open ones. */
export const isOpen = (status: TicketStatus): boolean => (openStatuses as readonly TicketStatus[]).includes(status)
