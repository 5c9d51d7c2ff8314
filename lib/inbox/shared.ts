export {
  type InboundKind,
  type InboundSource,
  type InboundState,
  inboundKinds,
  inboundSources,
  inboundStates,
} from '@/db/words/mail'

/** Why a mail waits for a person: codes, for sentences in `inbox.error`. Never a sender's or server's words. */
export const inboundErrors = [
  // Unreadable.
  'too_large',
  'too_slow',
  'too_much_memory',
  'too_many_parts',
  'too_deep',
  'headers_too_long',
  'malformed',
  'refused',
  // Quarantined.
  'several_senders',
  'no_sender',
  // Received, and waiting.
  'rate',
] as const
export type InboundError = (typeof inboundErrors)[number]

/** Why a mailbox is not read: codes, for sentences in `inbox.mailbox`. */
export const mailboxErrors = ['auth', 'tls', 'unreachable', 'folder', 'address', 'protocol'] as const
export type MailboxError = (typeof mailboxErrors)[number]

/** Mail in these states waits for a person. */
export const waitingStates = ['unmatched', 'unreadable', 'quarantined'] as const
