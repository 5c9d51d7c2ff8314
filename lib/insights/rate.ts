import { type Change, z95 } from './nps'

/** `hits` of `of`; the share in 0–1 and its Wilson interval, null when `of` is 0. */
export type Rate = { hits: number; of: number; share: number | null; low: number | null; high: number | null }

/** A share with its 95 % Wilson interval. */
export function rate(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, share: null, low: null, high: null }
  const share = hits / of
  const z2 = z95 * z95
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { hits, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** From one share to another, in percentage points; tested like the NPS with one imaginary answer on either side (Agresti and Caffo). */
export function rateChange(before: Rate, now: Rate): Change | null {
  if (before.share === null || now.share === null) return null
  const [a, b] = [adjusted(before), adjusted(now)]
  const z = (b.share - a.share) / Math.sqrt(a.variance + b.variance)
  return { points: 100 * (now.share - before.share), z, real: Math.abs(z) >= 1.96 }
}

/** Mean of differences with its 95 % interval (normal); null without pairs, bounds null with fewer than two. */
export type Mean = { mean: number; n: number; low: number | null; high: number | null }

/** From the sums that the database adds up: n, Σd and Σd². */
export function meanOf(n: number, sum: number, squares: number): Mean | null {
  if (n === 0) return null
  const mean = sum / n
  if (n < 2) return { mean, n, low: null, high: null }
  const error = Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1) / n)
  return { mean, n, low: mean - z95 * error, high: mean + z95 * error }
}

const adjusted = ({ hits, of }: Rate) => {
  const share = (hits + 1) / (of + 2)
  return { share, variance: (share * (1 - share)) / (of + 2) }
}

/** The middle of sorted values, the mean of the two middle ones when they are even. */
export function median(sorted: number[]): number | null {
  const [a, b] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return a === undefined || b === undefined ? null : (a + b) / 2
}

/** The smallest of the sorted values that at least `share` of them do not exceed (nearest rank). */
export const quantile = (sorted: number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
