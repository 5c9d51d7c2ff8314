export { setUpFromEnvironment } from './environment'
export { holidaysOf } from './holidays'
export {
  type CalendarRow,
  calendarList,
  createCalendar,
  createPolicy,
  type PolicyRow,
  policyList,
  updateCalendar,
  updatePolicy,
} from './hours'
export { setUpCompany } from './set-up'
export * from './shared'
export { standardCalendar, standardPolicy } from './standard'
