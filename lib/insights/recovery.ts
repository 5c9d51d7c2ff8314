import type { Category } from '@/db/words/surveys'
import { type Mean, meanOf, type Rate, rate } from './rate'

/** Tickets that were resolved, by class of the first answer: how their recovery went. One ticket counts once, by its last round. */
export type Tried = {
  first: Category
  resolved: number
  delivered: number
  promoters: number
  passives: number
  detractors: number
  /** Without an answer, and the window still stands open. */
  waiting: number
  /** Σ(second − first) and its squares over the answered. */
  sum: number
  squares: number
}

export type Recovery = {
  /** Recovered = 7 or more. Always shown together. */
  ofAnswered: Rate
  ofDelivered: Rate
  /** The conservative one: of all resolved detractor tickets. */
  ofResolved: Rate
  promoters: number
  passives: number
}

/** The three recovery rates of the detractors. */
export function recoveryRates(tried: Tried[]): Recovery {
  const own = addUp(tried.filter(({ first }) => first === 'detractor'))
  const recovered = own.promoters + own.passives
  return {
    ofAnswered: rate(recovered, answered(own)),
    ofDelivered: rate(recovered, own.delivered),
    ofResolved: rate(recovered, own.resolved),
    promoters: own.promoters,
    passives: own.passives,
  }
}

export type Converted = {
  first: Category
  total: number
  promoters: number
  passives: number
  detractors: number
  noAnswer: number
  waiting: number
}

/** First class by second class; `noAnswer` is the rest of the resolved, `waiting` the part of it that may still answer. */
export const conversions = (tried: Tried[]): Converted[] =>
  (['detractor', 'passive', 'promoter'] as const).flatMap((first) => {
    const rows = tried.filter((row) => row.first === first)
    if (rows.length === 0) return []
    const own = addUp(rows)
    const { promoters, passives, detractors, waiting, resolved } = own
    return [{ first, total: resolved, promoters, passives, detractors, noAnswer: resolved - answered(own), waiting }]
  })

/** Mean change from the first score to the recovery score over the answered detractors. */
export function lift(tried: Tried[]): Mean | null {
  const own = addUp(tried.filter(({ first }) => first === 'detractor'))
  return meanOf(answered(own), own.sum, own.squares)
}

const answered = (tried: Omit<Tried, 'first'>): number => tried.promoters + tried.passives + tried.detractors

const nothing = {
  resolved: 0,
  delivered: 0,
  promoters: 0,
  passives: 0,
  detractors: 0,
  waiting: 0,
  sum: 0,
  squares: 0,
}

const addUp = (rows: Tried[]): Omit<Tried, 'first'> =>
  rows.reduce(
    (all, row) => ({
      resolved: all.resolved + row.resolved,
      delivered: all.delivered + row.delivered,
      promoters: all.promoters + row.promoters,
      passives: all.passives + row.passives,
      detractors: all.detractors + row.detractors,
      waiting: all.waiting + row.waiting,
      sum: all.sum + row.sum,
      squares: all.squares + row.squares,
    }),
    nothing,
  )
