export const letterStates = ['queued', 'held', 'sending', 'unknown', 'sent', 'bounced', 'failed', 'cancelled'] as const
export type LetterState = (typeof letterStates)[number]
export const letterKinds = [
  'acknowledgement',
  'reply',
  'summary',
  'recovery',
  'recovery_reminder',
  'invitation',
  'invitation_reminder',
  'thanks',
  'staff',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** Where a received mail stands. `received`: kept, not read yet. `unmatched`, `unreadable` and `quarantined` wait for a person. */
export const inboundStates = ['received', 'settled', 'unmatched', 'unreadable', 'quarantined', 'dismissed'] as const
export type InboundState = (typeof inboundStates)[number]
export const inboundKinds = ['own', 'bounce', 'complaint', 'automatic', 'reply', 'cold', 'duplicate'] as const
export type InboundKind = (typeof inboundKinds)[number]
export const inboundSources = ['imap', 'http', 'pipe'] as const
export type InboundSource = (typeof inboundSources)[number]
/** `hard`: the address is gone · `soft`: full, busy · `policy`: they refuse us, not the address · `delayed`: still trying. */
export const bounceSeverities = ['hard', 'soft', 'policy', 'delayed'] as const
export type BounceSeverity = (typeof bounceSeverities)[number]
