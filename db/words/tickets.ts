export const ticketStatuses = [
  'new',
  'assigned',
  'in_progress',
  'waiting_customer',
  'waiting_third_party',
  'resolved',
  'closed',
  'discarded',
] as const
export type TicketStatus = (typeof ticketStatuses)[number]
/** What `?status=open` means. */
export const openStatuses = ['new', 'assigned', 'in_progress', 'waiting_customer', 'waiting_third_party'] as const
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]
export const outcomes = [
  'recovered_promoter',
  'recovered_passive',
  'not_recovered',
  'no_answer',
  'unreachable',
  'declined',
  'void',
] as const
export type Outcome = (typeof outcomes)[number]
export const clockKinds = ['first_contact', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]
export const clockStates = ['running', 'paused', 'met', 'stopped', 'void'] as const
export type ClockState = (typeof clockStates)[number]
export const contactChannels = ['phone', 'email', 'whatsapp', 'sms', 'visit', 'other'] as const
export const contactOutcomes = ['spoke', 'no_answer', 'wrong_data', 'declined'] as const
export type ContactOutcome = (typeof contactOutcomes)[number]
export const discardReasons = ['bot', 'test', 'duplicate', 'wrong_customer', 'other'] as const
export const directions = ['out', 'in'] as const
