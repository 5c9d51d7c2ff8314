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
