export { type GestureType, gestureTypes, type LinkKind, linkKinds } from '@/db/words/desk'
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
export * from './deed-inputs'
export {
  contactValues,
  type Field,
  type FieldKind,
  type FieldName,
  type FlagName,
  fieldOf,
  flagNames,
  loopValues,
  type Operator,
  queryFields,
  slaValues,
  statusValues,
} from './grammar/fields'
export { mostTests, type Problem, parseQuery } from './grammar/parse'
export { printQuery, testText } from './grammar/print'
export {
  emptyQuery,
  type Group,
  isEmptyQuery,
  isGroup,
  normalQuery,
  type Query,
  type Test,
  testsOf,
  withoutPart,
  withTest,
} from './grammar/query'
export * from './inputs'
export { type LoopStepKey, type LoopStepState, loopOf, loopSteps } from './loop-step'
export { mentionsIn, type NotePart, partsOf } from './mentions'
export { type PriorityReason, priorityReasons } from './priority'
export type { AttemptRow, ClockRow, SlaPolicy, TicketRow } from './row'
export { isOpen, mayMove, transitions } from './states'
export { type Grouping, groupings, type Sort, sortOf, sorts, type View, views, viewText } from './views'
