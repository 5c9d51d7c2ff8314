import { after, hours, minutes } from '@/lib/kit/clock'
import type { LetterReason } from './shared'

/** What a mail server, or the lack of one, made of an attempt. */
export type Failure = {
  /** nodemailer's code, e.g. EENVELOPE. */
  code: string
  /** The SMTP answer's number, when there was one. */
  responseCode: number | null
  /** Enhanced status of RFC 3463, e.g. 5.1.1. */
  status: string | null
  /** A byte of the message had been handed over: without an answer nobody knows whether it was kept. */
  begun: boolean
  /** It was the envelope's sender that was refused. */
  sender?: boolean
}

export type Tried = { attempts: number; resent: boolean }

/** How an attempt that brought no 250 ends. `retry` and `unknown` go out again at `at`; `paused` uses up no attempt. */
export type Ending =
  | { end: 'retry'; reason: LetterReason; at: Date }
  | { end: 'unknown'; reason: LetterReason; at: Date }
  | { end: 'paused'; reason: LetterReason; at: Date }
  | { end: 'failed'; reason: LetterReason; suppress: boolean }

const first = [minutes(1), minutes(5), minutes(30), hours(2), hours(5), hours(10)]
const later = hours(12)
/** One first attempt, six further ones within 18 hours, six more every 12 hours: just under four days. */
export const mostTries = 13
/** How long after an attempt without an outcome the same bytes go out once more. */
export const unknownWait = minutes(15)
/** How long the channel rests after a fault that is ours, not the letter's. */
export const pause = minutes(5)

/** The wait after the `attempts`-th try. */
export const waitAfter = (attempts: number): number => first[attempts - 1] ?? later

const ours: Record<string, LetterReason> = {
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  EOAUTH2: 'auth',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
}
/** Answers that say that we did not sign in or did not encrypt. */
const oursByNumber: Record<number, LetterReason> = { 530: 'auth', 534: 'auth', 535: 'auth', 538: 'tls' }
const unwritable = ['EFILEACCESS', 'EURLACCESS', 'ESTREAM', 'EMAXRECIPIENTS']

/** Sorts a failed attempt by the answer. `tried.attempts` counts this one. */
export function judge(failure: Failure, tried: Tried, now: Date): Ending {
  const { code, responseCode, begun } = failure
  const fault = ours[code] ?? (responseCode === null ? undefined : oursByNumber[responseCode])
  if (fault) return { end: 'paused', reason: fault, at: after(now, pause) }
  if (unwritable.includes(code)) return { end: 'failed', reason: 'unwritable', suppress: false }
  if (responseCode === null) return begun ? unanswered(tried, now) : again('unreachable_server', tried, now)
  // 503 speaks of the session, not of the letter.
  if (responseCode < 500 || responseCode === 503) return again('temporary', tried, now)
  const address = blamesAddress(failure)
  return { end: 'failed', reason: address ? 'rejected_address' : 'rejected_message', suppress: address }
}

function unanswered(tried: Tried, now: Date): Ending {
  if (tried.resent) return { end: 'failed', reason: 'unknown_outcome', suppress: false }
  return { end: 'unknown', reason: 'unknown_outcome', at: after(now, unknownWait) }
}

function again(reason: LetterReason, tried: Tried, now: Date): Ending {
  if (tried.attempts >= mostTries) return { end: 'failed', reason: 'too_long', suppress: false }
  return { end: 'retry', reason, at: after(now, waitAfter(tried.attempts)) }
}

/** 5.1.x is the address's fault; without an enhanced status 550, 551 and 553 to RCPT are. 5.7.x (policy) never is. */
function blamesAddress({ code, responseCode, status }: Failure): boolean {
  if (status) return status.startsWith('5.1.')
  return code === 'EENVELOPE' && responseCode !== null && [550, 551, 553].includes(responseCode)
}
