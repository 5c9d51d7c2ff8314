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
export { type ClockFace, clockFace } from './clock-face'
export * from './inputs'
export { type LoopStepKey, type LoopStepState, loopOf, loopSteps } from './loop-step'
export { type PriorityReason, priorityReasons } from './priority'
export type { AttemptRow, ClockRow, SlaPolicy, TicketRow } from './row'
export { isOpen, mayMove, transitions } from './states'
export { type Sort, sorts, type View, views } from './views'
