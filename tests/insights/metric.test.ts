import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Counts,
  conversions,
  impact,
  less,
  lift,
  meanOf,
  median,
  nps,
  npsChange,
  npsInterval,
  pointsLost,
  quantile,
  rate,
  rateChange,
  recoveryRates,
  sizeOf,
  type Tried,
  tooFew,
} from '@/lib/insights/metric'

const of = (promoters: number, passives: number, detractors: number): Counts => ({ promoters, passives, detractors })
const round = (value: number | null | undefined, digits = 1) => Number((value ?? Number.NaN).toFixed(digits)) + 0

describe('the vectors of the definitions', () => {
  test.each([
    [of(1, 0, 0), 100, 25.0, 73.5, -48.5, 98.5],
    [of(5, 3, 2), 30.0, 23.1, 42.1, -19.1, 65.2],
    [of(10, 0, 0), 100, 76.9, 29.4, 47.5, 100],
    [of(15, 10, 5), 33.3, 30.3, 25.5, 4.8, 55.8],
    [of(50, 30, 20), 30.0, 29.1, 15.1, 14.1, 44.2],
    [of(200, 120, 80), 30.0, 29.8, 7.6, 22.2, 37.4],
    [of(500, 300, 200), 30.0, 29.9, 4.8, 25.1, 34.7],
  ])('NPS and interval of %o', (counts, plain, centre, margin, low, high) => {
    const interval = npsInterval(counts)
    expect([round(nps(counts)), round(interval?.centre), round(interval?.margin)]).toEqual([plain, centre, margin])
    expect([round(interval?.low), round(interval?.high)]).toEqual([low, high])
  })

  test('from +30 to +10 is within the margin with 100 answers each, and real with 1,000', () => {
    const few = npsChange(of(50, 30, 20), of(40, 30, 30))
    const many = npsChange(of(500, 300, 200), of(400, 300, 300))
    expect([round(few?.z, 2), few?.real, few?.points]).toEqual([-1.73, false, -20])
    expect([round(many?.z, 2), many?.real]).toEqual([-5.54, true])
  })

  test.each([
    [3, 8, 13.7, 69.4],
    [9, 24, 21.2, 57.3],
    [90, 240, 31.6, 43.8],
  ])('Wilson of %i in %i', (hits, all, low, high) => {
    const its = rate(hits, all)
    expect([round(100 * (its.low ?? 0)), round(100 * (its.high ?? 0))]).toEqual([low, high])
  })

  test('a fifth of the answers at −40 against +35 for the rest costs 15 points', () => {
    const here = of(10, 40, 50)
    const all = { promoters: here.promoters + 200, passives: here.passives + 140, detractors: here.detractors + 60 }
    expect(nps(here)).toBe(-40)
    expect(nps(less(all, here))).toBe(35)
    expect(round(impact(here, all), 6)).toBe(-15)
    expect(round(pointsLost(here, all), 6)).toBe(15)
  })
})

describe('laws that hold for any numbers', () => {
  const counts = fc.record({ promoters: fc.nat(5000), passives: fc.nat(5000), detractors: fc.nat(5000) })
  const some = counts.filter((c) => sizeOf(c) > 0)

  test('impact is the NPS of all less the NPS of all but here', () => {
    fc.assert(
      fc.property(some, some, (here, rest) => {
        const all = of(
          here.promoters + rest.promoters,
          here.passives + rest.passives,
          here.detractors + rest.detractors,
        )
        expect(impact(here, all)).toBeCloseTo((nps(all) ?? 0) - (nps(rest) ?? 0), 8)
      }),
    )
  })

  test('an interval lies within ±100, holds its centre, and mirrors when the classes change places', () => {
    fc.assert(
      fc.property(some, (c) => {
        const its = npsInterval(c)
        const mirrored = npsInterval(of(c.detractors, c.passives, c.promoters))
        expect(its).not.toBeNull()
        if (!its || !mirrored) return
        expect(its.low).toBeGreaterThanOrEqual(-100)
        expect(its.high).toBeLessThanOrEqual(100)
        expect(its.low).toBeLessThanOrEqual(its.centre)
        expect(its.centre).toBeLessThanOrEqual(its.high)
        expect(mirrored.low).toBeCloseTo(-its.high, 9)
      }),
    )
  })

  test('a Wilson interval holds its share, and nothing changes against itself', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        fc.pre(hits + misses > 0)
        const its = rate(hits, hits + misses)
        expect(its.low ?? 2).toBeLessThanOrEqual((its.share ?? 0) + 1e-12)
        expect(its.high ?? -1).toBeGreaterThanOrEqual((its.share ?? 1) - 1e-12)
        expect(rateChange(its, its)).toMatchObject({ points: 0, z: 0, real: false })
      }),
    )
  })

  test('half of the values are at most the median, nine in ten at most the 90th percentile', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b)
        const share = (limit: number) => sorted.filter((value) => value <= limit).length / sorted.length
        expect(share(median(sorted) ?? Number.NaN)).toBeGreaterThanOrEqual(0.5)
        expect(share(quantile(sorted, 0.9) ?? Number.NaN)).toBeGreaterThanOrEqual(0.9)
      }),
    )
  })
})

describe('where there is little or nothing', () => {
  test('nine answers are too few to compare, ten are not', () => {
    expect([tooFew(of(3, 3, 3)), tooFew(of(4, 3, 3))]).toEqual([true, false])
  })

  test('without answers there is no figure, no interval and no change', () => {
    const none = of(0, 0, 0)
    expect([nps(none), npsInterval(none), npsChange(none, of(1, 1, 1)), impact(none, of(1, 1, 1))]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(rate(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: null, high: null })
    expect([median([]), quantile([], 0.9), meanOf(0, 0, 0)]).toEqual([null, null, null])
  })
})

describe('recovery', () => {
  const tried: Tried[] = [
    {
      first: 'detractor',
      resolved: 398,
      delivered: 371,
      promoters: 94,
      passives: 47,
      detractors: 98,
      waiting: 20,
      sum: 980,
      squares: 8000,
    },
    {
      first: 'passive',
      resolved: 85,
      delivered: 80,
      promoters: 21,
      passives: 26,
      detractors: 7,
      waiting: 3,
      sum: 50,
      squares: 300,
    },
  ]

  test('three rates, each with its own denominator, of detractors only', () => {
    const rates = recoveryRates(tried)
    expect([rates.ofAnswered, rates.ofDelivered, rates.ofResolved].map((r) => [r.hits, r.of])).toEqual([
      [141, 239],
      [141, 371],
      [141, 398],
    ])
    expect([round(100 * (rates.ofAnswered.low ?? 0), 0), round(100 * (rates.ofAnswered.high ?? 0), 0)]).toEqual([
      53, 65,
    ])
  })

  test('each row of the matrix adds up to the resolved, absence included', () => {
    const rows = conversions(tried)
    expect(rows.map(({ first, noAnswer }) => [first, noAnswer])).toEqual([
      ['detractor', 159],
      ['passive', 31],
    ])
    for (const row of rows) expect(row.promoters + row.passives + row.detractors + row.noAnswer).toBe(row.total)
  })

  test('lift is the mean change of the answered detractors', () => {
    const its = lift(tried)
    expect([round(its?.mean), its?.n]).toEqual([4.1, 239])
    expect((its?.low ?? 9) < 4.1 && (its?.high ?? 0) > 4.1).toBe(true)
  })
})
