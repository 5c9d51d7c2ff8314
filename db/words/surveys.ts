export const surveyKinds = ['relational', 'transactional', 'recovery'] as const
export const surveyStatuses = ['draft', 'live', 'closed'] as const
export const categories = ['detractor', 'passive', 'promoter'] as const
export type Category = (typeof categories)[number]
export const commentTypes = ['complaint', 'suggestion', 'praise', 'question'] as const
export type CommentType = (typeof commentTypes)[number]
export const channels = [
  'web',
  'email',
  'sms',
  'whatsapp',
  'phone',
  'store',
  'app',
  'kiosk',
  'import',
  'api',
  'other',
] as const
export type Channel = (typeof channels)[number]
export const solvedAnswers = ['yes', 'partly', 'no'] as const
export type Solved = (typeof solvedAnswers)[number]
export const responseKinds = ['answer', 'recovery'] as const
export const invitationStates = [
  'created',
  'suppressed',
  'queued',
  'sent',
  'bounced',
  'delivered',
  'opened',
  'started',
  'completed',
  'partial',
  'expired',
  'opted_out',
  'cancelled',
  'bot_flagged',
] as const
export type InvitationState = (typeof invitationStates)[number]
export const importStates = ['uploaded', 'running', 'done', 'failed', 'cancelled'] as const
export const cuts = ['channel', 'language', 'segment'] as const
