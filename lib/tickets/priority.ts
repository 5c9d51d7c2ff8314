import { type Priority, priorities } from '@/db/words/tickets'

/** Why a ticket has its priority. */
export const priorityReasons = ['score', 'value', 'repeat', 'rule', 'person'] as const
export type PriorityReason = (typeof priorityReasons)[number]

export type Weight = {
  score: number | null
  /** Annual value and the threshold above which it counts, both in minor units of one currency. */
  annualValue?: number | null
  valueThreshold?: number | null
  /** How many tickets of this customer at this touchpoint there are, this one included. */
  occurrence: number
  /** A rule's own word: nothing is added to it. */
  ruled?: Priority | null
}

/** 0–3 is high, 4–6 and tickets made by hand normal, the rest low; one up for a value above the threshold or a repeat. */
export function priorityOf(weight: Weight): { priority: Priority; reason: PriorityReason } {
  if (weight.ruled) return { priority: weight.ruled, reason: 'rule' }
  const base = baseOf(weight.score)
  if (weight.occurrence > 1) return { priority: oneUp(base), reason: 'repeat' }
  const valuable = (weight.annualValue ?? 0) > (weight.valueThreshold ?? Number.POSITIVE_INFINITY)
  return valuable ? { priority: oneUp(base), reason: 'value' } : { priority: base, reason: 'score' }
}

/** The next priority up; urgent stays urgent. */
export const oneUp = (priority: Priority): Priority => priorities[priorities.indexOf(priority) - 1] ?? 'urgent'

/** The graver of two priorities. */
export const graver = (one: Priority, other: Priority): Priority =>
  priorities.indexOf(one) <= priorities.indexOf(other) ? one : other

const baseOf = (score: number | null): Priority => {
  if (score === null) return 'normal'
  if (score <= 3) return 'high'
  return score <= 6 ? 'normal' : 'low'
}
