/** Numbers in 0–1 that come out alike for the same seed: each thing of the sample has its own, so that one change leaves the rest. */
export type Dice = () => number

/** A small generator (mulberry32) over a hashed seed. */
export function dice(seed: string): Dice {
  let state = 2166136261
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (roll: Dice, low: number, high: number): number => low + roll() * (high - low)
export const whole = (roll: Dice, low: number, high: number): number => Math.floor(between(roll, low, high + 1))
export const happens = (roll: Dice, share: number): boolean => roll() < share

export function pick<T>(roll: Dice, list: readonly T[]): T {
  const found = list[Math.floor(roll() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** One of the keys, as often as its weight says. */
export function weighted<K extends string>(roll: Dice, weights: Partial<Record<K, number>>): K {
  const all = Object.entries(weights) as [K, number][]
  let left = roll() * all.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of all) {
    left -= weight
    if (left < 0) return key
  }
  return all[0]?.[0] as K
}
