export { acknowledgement } from './acknowledgement'
export { type CasePage, type CaseStep, casePage } from './case-page'
export { changeTicket } from './change'
export { closing } from './closing'
export { customerMessage, reopenByCustomer } from './customer'
export { closeAfterVerdict } from './decision'
export { type AttachedFile, attach, detach, draftFiles } from './files/draft'
export { mostBytes, mostFiles } from './files/enclose'
export { dispositionOf } from './files/name'
export { attachmentFor } from './files/read'
export { messageHtml, type ShownHtml } from './html/message'
export {
  askDomain,
  askTest,
  type MailGlance,
  type MailHealth,
  mailGlance,
  mailHealth,
  resetSuppression,
  resumeMail,
  suppressionsFor,
} from './mailroom'
export { callBack, letterFor, type Outbox, type OutboxAsk, type OutboxLine, outbox, sendAgain } from './outbox'
export { reopen } from './reopen'
export { reopening } from './reopening'
export { reply, replyOn } from './reply'

export { resend } from './resend'
export { resolve, resolveOn } from './resolve'
export { type RecoveryAnswered, type Settlement, settleRecovery } from './settle'
export { messageSource } from './source'
export { assignMail, dismissMail } from './unmatched/assign'
export {
  type UnmatchedMail,
  type UnmatchedWhole,
  unmatchedById,
  unmatchedHtml,
  unmatchedMail,
  unmatchedSource,
} from './unmatched/list'
export { addAddress, splitMail } from './unmatched/stranger'
export { type Verdict, verdict } from './verdict'
export { type Withdrawn, withdrawReply } from './withdraw'
