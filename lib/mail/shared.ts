import type { LetterState } from '@/db/words/mail'

export { type LetterKind, type LetterState, letterKinds, letterStates } from '@/db/words/mail'

/** Why a letter did not arrive, waits or was not sent: codes, for sentences in `outbox.reason`. Never an address or a server's words. */
export const letterReasons = [
  // Waits and goes out later.
  'temporary',
  'unreachable_server',
  'unknown_outcome',
  'auth',
  'tls',
  /** Too much automatic mail left in a minute: it waits until a person looks or it calms. */
  'breaker',
  /** It was put off, and the customer wrote before its day: a person reads it again. */
  'customer_wrote',
  // Failed for good.
  'rejected_address',
  'rejected_message',
  'too_long',
  'unwritable',
  // Came back.
  'bounced_address',
  'bounced_for_now',
  'bounced_policy',
  // No longer true when its moment came.
  'suppressed',
  'opted_out',
  'declined',
  'erased',
  'no_address',
  'closed',
  'reopened',
  'answered',
  'recent',
  'survey_closed',
  'by_hand',
  // Loops and floods that the gate stops.
  'own_address',
  'no_reply_address',
  'cap_ticket',
  'cap_total',
] as const
export type LetterReason = (typeof letterReasons)[number]

export const isLetterReason = (code: string | null): code is LetterReason =>
  letterReasons.some((reason) => reason === code)

/** Letters that wait for nothing any more. */
export const settledStates: readonly LetterState[] = ['sent', 'bounced', 'failed', 'cancelled']
export const isSettled = (state: LetterState): boolean => settledStates.includes(state)
/** Letters that a person may still call back. */
export const recallableStates: readonly LetterState[] = ['queued', 'held', 'unknown']
export const isRecallable = (state: LetterState): boolean => recallableStates.includes(state)
/** Letters that a person may send again. */
export const retriableStates: readonly LetterState[] = ['failed', 'held', 'unknown', 'bounced']
export const isRetriable = (state: LetterState): boolean => retriableStates.includes(state)

/** Why a person trusts an address anew. */
export const trustReasons = ['customer_says', 'typo', 'server_fault', 'other'] as const
export type TrustReason = (typeof trustReasons)[number]
