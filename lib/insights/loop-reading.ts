import { once } from '@/lib/kit/once'
import type { Period } from '@/lib/kit/period'
import { type LoopCounts, loopCounts, type Standing, standingNow } from './queries/loop'
import { type TriedAt, triedByPlace } from './queries/recoveries'
import type { Scope } from './queries/scope'
import { liftUncontacted } from './queries/uncontacted'
import { type Waits, waitsByPlace, waitsOfAll } from './queries/waits'
import type { Mean } from './rate'

/** What the tickets of a scope say of two adjoining spans. */
export type LoopReading = {
  /** When the tickets were counted. */
  asOf: Date
  loop: LoopCounts[]
  earlier: LoopCounts[]
  standing: Standing[]
  waits: Waits[]
  wait: Omit<Waits, 'touchpointId'> | null
  waitEarlier: Omit<Waits, 'touchpointId'> | null
  tried: TriedAt[]
  uncontacted: Mean | null
}

type Kept = Map<string, LoopReading>
const many = 20_000
const keptFor = 60_000
const mostKept = 40

/**
 * Counts the tickets of a scope. Answers are tallied as they come, tickets are not: their cost grows with their number. So
 * where they are many (20,000 or more in one reading) the reading serves for a minute, and the board says of when it is;
 * where they are few every reading is fresh.
 */
export async function readLoop(scope: Scope, period: Period, before: Period, now: Date): Promise<LoopReading> {
  const shelf = once<Kept>('insights.loop', () => new Map())
  const key = JSON.stringify([scope.only, scope.surveyId, scope.cuts, scope.zone, period, before])
  const known = shelf.get(key)
  if (known && Math.abs(now.getTime() - known.asOf.getTime()) < keptFor) return known
  const reading = await count(scope, period, before, now)
  shelf.delete(key)
  if (sizeOf(reading) >= many) shelf.set(key, reading)
  const [oldest] = shelf.keys()
  if (shelf.size > mostKept && oldest !== undefined) shelf.delete(oldest)
  return reading
}

async function count(scope: Scope, period: Period, before: Period, now: Date): Promise<LoopReading> {
  const [loop, earlier, standing, waits, wait, waitEarlier, tried, uncontacted] = await Promise.all([
    loopCounts(scope, period, now),
    loopCounts(scope, before, now),
    standingNow(scope, now),
    waitsByPlace(scope, period),
    waitsOfAll(scope, period),
    waitsOfAll(scope, before),
    triedByPlace(scope, period),
    liftUncontacted(scope, period),
  ])
  return { asOf: now, loop, earlier, standing, waits, wait, waitEarlier, tried, uncontacted }
}

const sizeOf = ({ loop, earlier, standing }: LoopReading): number =>
  [...loop, ...earlier].reduce((sum, { opened }) => sum + opened, 0) + standing.reduce((sum, { open }) => sum + open, 0)
