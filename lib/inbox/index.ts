export type { Authentication, Bounced, Classified, Tag } from './classified'
export { readAgain } from './commands'
export type { Inbound, InboxDesk, Outcome, ReadMail } from './desk'
export { type Arriving, type Kept, keep, keptOfTooLarge, largestMail, storeBlob } from './keep'
export type { Parsed, ParsedFile, Party, RecipientReport, Report } from './parsed'
export {
  blobBytes,
  filesOf,
  inboundById,
  rawOf,
  type UnmatchedFilter,
  unmatchedCount,
  unmatchedPage,
} from './queries'
export { readMail } from './reader'
export { type MailboxState, mailboxState } from './state'
