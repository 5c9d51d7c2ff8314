import { days } from '@/lib/kit/clock'

/** What is known of a person who might be asked. Instants of the last invitations that were not suppressed. */
export type Standing = {
  address: string | null
  optedOut: boolean
  /** The address gets nothing automatic any more: it bounced, or somebody said so. */
  bounced: boolean
  /** Their last answer said: do not contact me. */
  declined: boolean
  /** A case of theirs is open. */
  midCase: boolean
  lastOfSurvey: Date | null
  lastOfAny: Date | null
}

export type AskingPolicy = {
  /** Days of rest after an invitation to the same survey, on that survey's own clock. */
  surveyDays: number
  /** Days of rest after an invitation to any survey. */
  gapDays: number
  /** Share of people asked, 0–1. */
  sampling: number
  /** How many more may be asked in this period; null: no quota. */
  quotaLeft: number | null
}

export const askingPolicy: AskingPolicy = { surveyDays: 90, gapDays: 7, sampling: 1, quotaLeft: null }

export const denials = [
  'no_address',
  'opted_out',
  'bounced',
  'declined',
  'mid_case',
  'asked_lately',
  'resting',
  'sampled_out',
  'quota',
] as const
export type Denial = (typeof denials)[number]

/**
 * Whether a person may be asked now: null, or the first reason why not, in the order of intake.md 2. `draw` (0–1) is the
 * person's lot for sampling. Recovery surveys skip the rests, the sampling and the open case that they are about.
 */
export function mayAsk(
  standing: Standing,
  policy: AskingPolicy,
  now: Date,
  { recovery = false, draw = 0 }: { recovery?: boolean; draw?: number } = {},
): Denial | null {
  if (!standing.address) return 'no_address'
  if (standing.optedOut) return 'opted_out'
  if (standing.bounced) return 'bounced'
  if (standing.declined) return 'declined'
  if (recovery) return null
  if (standing.midCase) return 'mid_case'
  if (within(standing.lastOfSurvey, policy.surveyDays, now)) return 'asked_lately'
  if (within(standing.lastOfAny, policy.gapDays, now)) return 'resting'
  if (draw >= policy.sampling) return 'sampled_out'
  if (policy.quotaLeft !== null && policy.quotaLeft <= 0) return 'quota'
  return null
}

const within = (last: Date | null, length: number, now: Date): boolean =>
  last !== null && now.getTime() - last.getTime() < days(length)
