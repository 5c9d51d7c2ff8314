import type { InvitationState } from '@/db/words/surveys'

const ends = ['expired', 'opted_out', 'cancelled', 'bot_flagged'] as const

/** From which state an invitation may go where; those without a way on are ends. An answer may come at any time before. */
export const invitationTable: Record<InvitationState, readonly InvitationState[]> = {
  created: ['suppressed', 'queued', 'opened', 'started', 'completed', ...ends],
  suppressed: [],
  queued: ['sent', 'bounced', 'suppressed', 'opened', 'started', 'completed', ...ends],
  sent: ['bounced', 'delivered', 'opened', 'started', 'partial', 'completed', ...ends],
  delivered: ['bounced', 'opened', 'started', 'partial', 'completed', ...ends],
  opened: ['started', 'partial', 'completed', ...ends],
  started: ['partial', 'completed', ...ends],
  partial: ['completed', ...ends],
  bounced: ['completed'],
  completed: [],
  expired: [],
  opted_out: [],
  cancelled: [],
  bot_flagged: ['completed'],
}

/** The states from which an invitation may become `to`: for the guard of an update. */
export const statesBefore = (to: InvitationState): InvitationState[] =>
  (Object.keys(invitationTable) as InvitationState[]).filter((state) => invitationTable[state].includes(to))

/** The states of an invitation that is still waiting for its answer. */
export const openStates: readonly InvitationState[] = [
  'created',
  'queued',
  'sent',
  'delivered',
  'opened',
  'started',
  'partial',
]

/** What a personal link finds. */
export type LinkState = 'open' | 'answered' | 'expired' | 'cancelled' | 'opted_out' | 'draft' | 'closed'

/** What a personal link finds now: an answer first, then the invitation's own end, then the survey's. Pure. */
export function linkState(
  invitation: { state: InvitationState; expiresAt: Date; responseId: string | null },
  survey: { status: 'draft' | 'live' | 'closed' },
  now: Date,
): LinkState {
  if (invitation.responseId || invitation.state === 'completed') return 'answered'
  if (invitation.state === 'cancelled' || invitation.state === 'opted_out') return invitation.state
  if (invitation.state === 'expired' || invitation.expiresAt <= now) return 'expired'
  return survey.status === 'live' ? 'open' : survey.status
}
