import type { Filled } from '@/db'
import type { Category } from './shared'
import { addCut, addDay, addReason } from './tally-rows'

/** One answer as the tallies count it; `by` is +1 when it counts from now on, −1 when it no longer does. */
export type Counted = {
  day: string
  touchpointId: string | null
  surveyId: string
  score: number
  category: Category
  channel: string
  language: string
  segment: string | null
  causes: string[]
  by: 1 | -1
}

type Line = {
  write: 'day' | 'cut' | 'reason'
  key: string
  row: Record<string, string>
  counts: Record<string, number>
}

/**
 * The upserts that count these answers, summed by row and sorted by key, so that writers on PostgreSQL meet the hot rows
 * in one order. They stand last in their list.
 */
export function tallyWrites(counted: Counted[]): Filled[] {
  const lines = new Map<string, Line>()
  for (const one of counted) {
    const touchpointId = one.touchpointId ?? ''
    const base = { day: one.day, touchpointId, surveyId: one.surveyId }
    const score = { [`s${one.score}`]: one.by }
    add(lines, 'day', base, score)
    add(lines, 'cut', { ...base, cut: 'channel', value: one.channel }, score)
    add(lines, 'cut', { ...base, cut: 'language', value: one.language }, score)
    if (one.segment) add(lines, 'cut', { ...base, cut: 'segment', value: one.segment }, score)
    for (const causeId of one.causes)
      add(lines, 'reason', { day: one.day, touchpointId, causeId }, { [`${one.category}s`]: one.by })
  }
  return [...lines.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(writeOf)
}

function add(
  lines: Map<string, Line>,
  write: Line['write'],
  row: Record<string, string>,
  counts: Record<string, number>,
) {
  const key = `${write} ${Object.values(row).join(' ')}`
  const line = lines.get(key) ?? { write, key, row, counts: {} }
  for (const [name, by] of Object.entries(counts)) line.counts[name] = (line.counts[name] ?? 0) + by
  lines.set(key, line)
}

// One literal each: a spread of eleven counters on the hot road costs more than the statement it fills.
function writeOf({ write, row, counts: c }: Line): Filled {
  if (write === 'reason') {
    return addReason({
      day: row.day,
      touchpointId: row.touchpointId,
      causeId: row.causeId,
      detractors: c.detractors ?? 0,
      passives: c.passives ?? 0,
      promoters: c.promoters ?? 0,
    })
  }
  const values = {
    day: row.day,
    touchpointId: row.touchpointId,
    surveyId: row.surveyId,
    cut: row.cut,
    value: row.value,
    s0: c.s0 ?? 0,
    s1: c.s1 ?? 0,
    s2: c.s2 ?? 0,
    s3: c.s3 ?? 0,
    s4: c.s4 ?? 0,
    s5: c.s5 ?? 0,
    s6: c.s6 ?? 0,
    s7: c.s7 ?? 0,
    s8: c.s8 ?? 0,
    s9: c.s9 ?? 0,
    s10: c.s10 ?? 0,
  }
  return write === 'day' ? addDay(values) : addCut(values)
}
