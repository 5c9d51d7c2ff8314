export {
  type ClockKind,
  type ClockState,
  type ContactOutcome,
  clockKinds,
  contactChannels,
  contactOutcomes,
  directions,
  discardReasons,
  type Outcome,
  openStatuses,
  outcomes,
  type Priority,
  priorities,
  type TicketStatus,
  ticketStatuses,
} from '@/db/words/tickets'
export * from './inputs'
export { type PriorityReason, priorityReasons } from './priority'
export type { AttemptRow, ClockRow, SlaPolicy, TicketRow } from './row'
export { isOpen, mayMove, transitions } from './states'
