import type { Scale } from './import-mapping'

export type Scored = { score: number } | { problem: 'scoreBlank' | 'scoreNotNumber' | 'scoreNotWhole' | 'scoreOutside' }

/** A cell as 0–10. Without a stated scale the cell must be a whole number from 0 to 10; with one it is linear, rounded half up. */
export function scoreOf(cell: string, scale: Scale | undefined): Scored {
  const text = cell.trim()
  if (text === '' || scale?.blank?.includes(text)) return { problem: 'scoreBlank' }
  const value = numberOf(text)
  if (value === undefined) return { problem: 'scoreNotNumber' }
  if (!scale && !Number.isInteger(value)) return { problem: 'scoreNotWhole' }
  const { min, max, invert } = scale ?? { min: 0, max: 10, invert: false }
  if (value < min || value > max) return { problem: 'scoreOutside' }
  const share = (invert ? max - value : value - min) / (max - min)
  return { score: Math.floor(share * 10 + 0.5) }
}

/** How often each number stands in the score column. */
export type Spread = Map<number, number>

export function count(spread: Spread, cell: string, blank: readonly string[] = []): void {
  const value = blank.includes(cell.trim()) ? undefined : numberOf(cell.trim())
  if (value !== undefined) spread.set(value, (spread.get(value) ?? 0) + 1)
}

/**
 * The scale that these numbers seem to be on when it cannot be 0–10, else null. Five answers without one above 5 are no NPS;
 * thirty without a single 0, or a set that holds every value from 1 to 10 and no 0, are 1–10.
 */
export function otherScale(spread: Spread): { min: number; max: number } | null {
  const values = [...spread.keys()]
  const answers = [...spread.values()].reduce((sum, n) => sum + n, 0)
  const least = Math.min(...values)
  const most = Math.max(...values)
  const above = values.filter((value) => value > 10).reduce((sum, value) => sum + (spread.get(value) ?? 0), 0)
  if (answers < 5 || least < 0) return null
  if (above > answers / 20) return { min: 0, max: most <= 100 ? 100 : most }
  if (most <= 5) return { min: least === 0 ? 0 : 1, max: 5 }
  if (least === 0) return null
  if (most === 7 && answers >= 30) return { min: 1, max: 7 }
  const everyStep = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].every((value) => spread.has(value))
  return answers >= 30 || everyStep ? { min: 1, max: 10 } : null
}

// A comma is a decimal sign too; nothing else that Number() would believe ("", "0x1", "1e3") is a score.
function numberOf(text: string): number | undefined {
  return /^[+-]?\d{1,9}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
