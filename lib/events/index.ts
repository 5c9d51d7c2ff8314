export { type Author, type Fact, system } from './fact'
export { type Event, eventsAfter, eventsByIds, timeline } from './queries'
export { dispatchJob, record } from './record'
