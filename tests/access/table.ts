/**
 * Who may do what: one line for every page, route, server action and REST resource, with an expectation for everybody. A
 * door without a line fails tests/access/complete.test.ts; deeds and programs are tried against a real database beside it,
 * pages and routes over HTTP in e2e.
 */
export type { DeedLine } from './deed'
export { deeds, openDeeds } from './deeds'
export { type PageLine, pages } from './pages'
export { type ProgramLine, programs } from './programs'
export { asked, type Outcome, outcomeOf, type Person, pageStatus, people, type Whose } from './words'
