import { type Actor, demand } from '@/lib/identity/shared'
import { before, type Period } from '@/lib/kit/period'
import { impact, pointsLost } from './impact'
import { type Attention, attentionOf, type LoopFigures, loopFigures, standingAt } from './loop-figures'
import { type LoopReading, readLoop } from './loop-reading'
import { type Change, type Counts, type NpsInterval, nps, npsChange, npsInterval, sizeOf, tooFew } from './nps'
import { countsByPlace, nothingTwice, readsAnswers, type Twice, totalOf } from './queries/counts'
import { type Initiative, initiativesOf } from './queries/initiatives'
import type { Place } from './queries/places'
import { type Reason, reasonsByPlace } from './queries/reasons'
import { scopeFor } from './queries/scope'
import type { Waits } from './queries/waits'
import type { Mean } from './rate'
import { type Converted, conversions, lift, type Recovery, recoveryRates } from './recovery'
import type { BoardFilter } from './shared'

/** One figure of answers: its counts, NPS in points, interval, and change against the span before; nulls without answers. */
export type NpsFigure = {
  n: number
  counts: Counts
  /** The answers of the span before. */
  earlier: Counts
  nps: number | null
  interval: NpsInterval | null
  change: Change | null
}

export type PlaceFigures = NpsFigure & {
  place: Place
  /** Fewer than ten answers: shown as such, compared with nothing. */
  few: boolean
  /** NPS points by which it moves the NPS of all; null when there is nothing to compare with. */
  impact: number | null
  /** −impact where it is a loss, else 0. */
  lost: number
  tickets: Attention
  firstContact: Waits | null
  recovery: Recovery
  reasons: Reason[]
  initiatives: Initiative[]
}

export type Board = {
  period: Period
  before: Period
  total: NpsFigure
  /** Answers that name no touchpoint: in the total, in no cell. */
  nowhere: Counts
  loop: LoopFigures
  loopBefore: LoopFigures
  places: PlaceFigures[]
  /** Where it hurts, most points lost first; without those that have too few answers. */
  pains: PlaceFigures[]
  recovery: Recovery
  matrix: Converted[]
  lift: { contacted: Mean | null; uncontacted: Mean | null }
  /** Two cuts at once: the answers themselves were counted, not their tallies. */
  readsAnswers: boolean
  /** When its tickets were counted: now, or up to a minute ago where there are very many. */
  asOf: Date
}

/**
 * All figures of the touchpoints that this reader may see, for a span of local days against the span of equal length
 * before it. Definitions: docs/metrics. Days are those of the answer in the organization's zone; tickets belong to the day
 * on which their answer was received; open and overdue are those of now. Refuses `identity.forbidden`, `input.invalid` for
 * a filter that names what does not exist.
 */
export async function board(actor: Actor, filter: BoardFilter, now: Date): Promise<Board> {
  demand(actor, 'figures.read')
  const period = { from: filter.from, to: filter.to }
  const earlier = before(period)
  const scope = await scopeFor(actor, filter)
  const [counts, reading, reasons, initiatives] = await Promise.all([
    countsByPlace(scope, period, earlier),
    readLoop(scope, period, earlier, now),
    reasonsByPlace(scope, period),
    initiativesOf(scope),
  ])
  const total = totalOf(counts.values())
  const parts: Parts = { counts, total, reading, reasons, initiatives }
  const places = scope.places.flatMap((place) => placeFigures(place, parts))
  return {
    period,
    before: earlier,
    total: figureOf(total),
    nowhere: (counts.get('') ?? nothingTwice).now,
    loop: loopFigures(reading.loop, reading.standing, reading.wait, total.now.detractors),
    loopBefore: loopFigures(reading.earlier, [], reading.waitEarlier, total.before.detractors),
    asOf: reading.asOf,
    places,
    pains: places.filter(({ few, lost }) => !few && lost >= leastLost).sort((a, b) => b.lost - a.lost),
    recovery: recoveryRates(reading.tried),
    matrix: conversions(reading.tried),
    lift: { contacted: lift(reading.tried), uncontacted: reading.uncontacted },
    readsAnswers: readsAnswers(scope),
  }
}

// What would be written as 0.0 is no pain.
const leastLost = 0.05

type Parts = {
  counts: Map<string, Twice>
  total: Twice
  reading: LoopReading
  reasons: Reason[]
  initiatives: Initiative[]
}

function placeFigures(place: Place, parts: Parts): PlaceFigures[] {
  const here = <T extends { touchpointId: string | null }>(rows: T[]) =>
    rows.filter(({ touchpointId }) => touchpointId === place.id)
  const twice = parts.counts.get(place.id) ?? nothingTwice
  const tickets = attentionOf(here(parts.reading.loop)[0], standingAt(parts.reading.standing, place.id))
  // What was retired is kept where its figures are.
  if (place.retired && sizeOf(twice.now) + tickets.open === 0) return []
  return [
    {
      place,
      ...figureOf(twice),
      few: tooFew(twice.now),
      impact: impact(twice.now, parts.total.now),
      lost: pointsLost(twice.now, parts.total.now),
      tickets,
      firstContact: here(parts.reading.waits)[0] ?? null,
      recovery: recoveryRates(here(parts.reading.tried)),
      reasons: here(parts.reasons),
      initiatives: here(parts.initiatives),
    },
  ]
}

/** A change is told only where both sides have enough answers. */
export const figureOf = ({ now, before: earlier }: Twice): NpsFigure => ({
  n: sizeOf(now),
  counts: now,
  earlier,
  nps: nps(now),
  interval: npsInterval(now),
  change: tooFew(now) || tooFew(earlier) ? null : npsChange(earlier, now),
})
