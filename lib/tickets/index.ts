export {
  businessMinutesBetween,
  type Calendar,
  type CompiledCalendar,
  compileCalendar,
  dueAt,
  dueBefore,
  openFrom,
} from './hours'
export { type Joined, joinDays, joinTicket, joinWrites, releaseWrite } from './joining'
export { joinKeyOf, type Opened, type Opening, type OpeningResponse, openingWrites, openTicket } from './opening'
export { graver, oneUp, priorityOf, type Weight } from './priority'
export * from './shared'
export { alarmAtOf, nextDueOf } from './sla'
