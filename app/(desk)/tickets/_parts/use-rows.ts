'use client'
import { useState } from 'react'
import type { RowView } from './row-view'

type Kept = { address: string; given: RowView[]; shown: RowView[]; fresh: RowView[]; loads: boolean }

/**
 * The rows on the screen. What the server tells anew fills them where they stand; what has come in above them waits until it
 * is asked for, so that no row moves under the hand.
 */
export function useRows(address: string, given: RowView[]) {
  const [kept, setKept] = useState<Kept>({ address, given, shown: given, fresh: [], loads: false })
  let now = kept
  if (kept.given !== given || kept.address !== address) {
    const anew = kept.loads || kept.address !== address
    now = { address, given, ...(anew ? { shown: given, fresh: [] } : settled(kept.shown, given)), loads: false }
    setKept(now)
  }
  /** The next answer of the server is taken as it comes. */
  const load = () => setKept((before) => ({ ...before, loads: true }))
  return { rows: now.shown, fresh: now.fresh.length, load }
}

/** Known rows keep their order and lose those that are gone; what follows the last of them is added, the rest is fresh. */
export function settled<Row extends { id: string; head?: unknown }>(
  shown: Row[],
  given: Row[],
): { shown: Row[]; fresh: Row[] } {
  const told = new Map(given.map((row) => [row.id, row]))
  const known = new Set(shown.map(({ id }) => id))
  // A row that stays in its place stays under its head, too.
  const kept = shown.flatMap(({ id, head }) => {
    const row = told.get(id)
    return row ? [head === undefined ? row : { ...row, head }] : []
  })
  if (kept.length === 0) return { shown: given, fresh: [] }
  const last = given.findLastIndex(({ id }) => known.has(id))
  const strange = given.map((row, at) => ({ row, at })).filter(({ row }) => !known.has(row.id))
  return {
    shown: [...kept, ...strange.filter(({ at }) => at > last).map(({ row }) => row)],
    fresh: strange.filter(({ at }) => at < last).map(({ row }) => row),
  }
}
