/** How many answers of each class; n is their sum. */
export type Counts = { promoters: number; passives: number; detractors: number }
/** Bounds in NPS points, cut at ±100. `centre` is NPS′, which the interval surrounds; the plain NPS need not be its middle. */
export type NpsInterval = { centre: number; margin: number; low: number; high: number; error: number }
/** How one NPS differs from another. `real`: beyond the margin of error. */
export type Change = { points: number; z: number; real: boolean }

/** Of the standard normal distribution, two-sided 95 %. */
export const z95 = 1.959964
/** Below this many answers nothing is compared or ranked. */
export const fewest = 10

export const noCounts: Counts = { promoters: 0, passives: 0, detractors: 0 }
export const sizeOf = ({ promoters, passives, detractors }: Counts): number => promoters + passives + detractors
export const tooFew = (counts: Counts): boolean => sizeOf(counts) < fewest

export const plus = (a: Counts, b: Counts): Counts => ({
  promoters: a.promoters + b.promoters,
  passives: a.passives + b.passives,
  detractors: a.detractors + b.detractors,
})

export const less = (a: Counts, b: Counts): Counts => ({
  promoters: a.promoters - b.promoters,
  passives: a.passives - b.passives,
  detractors: a.detractors - b.detractors,
})

/** 100 × (P − D) / n, from −100 to 100; null without answers. */
export function nps(counts: Counts): number | null {
  const n = sizeOf(counts)
  return n === 0 ? null : (100 * (counts.promoters - counts.detractors)) / n
}

/** The adjusted-Wald interval, 95 %: three imaginary answers, one of each class by ¾, 1½, ¾. Null without answers. */
export function npsInterval(counts: Counts): NpsInterval | null {
  if (sizeOf(counts) === 0) return null
  const { centre, error } = adjusted(counts)
  const margin = z95 * error
  return { centre, margin, low: Math.max(-100, centre - margin), high: Math.min(100, centre + margin), error }
}

/** From `before` to `now`: plain points, and whether they differ beyond the margin of error. Null if either side is empty. */
export function npsChange(before: Counts, now: Counts): Change | null {
  const [from, to] = [nps(before), nps(now)]
  if (from === null || to === null) return null
  const [a, b] = [adjusted(before), adjusted(now)]
  const z = (b.centre - a.centre) / Math.hypot(a.error, b.error)
  return { points: to - from, z, real: Math.abs(z) >= 1.96 }
}

function adjusted(counts: Counts): { centre: number; error: number } {
  const size = sizeOf(counts) + 3
  const p = (counts.promoters + 0.75) / size
  const d = (counts.detractors + 0.75) / size
  const centre = p - d
  return { centre: 100 * centre, error: 100 * Math.sqrt((p + d - centre * centre) / size) }
}
