'use client'
import { useCallback, useMemo, useRef, useState } from 'react'

/**
 * Where one is in a list and what is chosen in it, by id, so that rows may come and go underneath. What it hands out stays
 * the same from render to render: fifty rows do not draw themselves anew because one moved.
 */
export function useSelection(ids: string[]) {
  const [cursor, setCursor] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(none)
  const latest = useRef({ ids, cursor })
  latest.current = { ids, cursor }

  const move = useCallback((step: number, extend: boolean) => {
    const { ids: all, cursor: here } = latest.current
    const place = here === null ? -1 : all.indexOf(here)
    const at = place === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(place + step, 0), all.length - 1)
    const next = all[at]
    if (next === undefined) return
    if (extend) setSelected((before) => new Set([...before, ...(here ? [here] : []), next]))
    setCursor(next)
    focusRow(next)
  }, [])

  const toggle = useCallback((id: string, range = false) => {
    const { ids: all, cursor: here } = latest.current
    setSelected((before) => {
      const next = new Set(before)
      const from = range ? all.indexOf(here ?? id) : -1
      const to = all.indexOf(id)
      if (from >= 0) for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
      else if (!next.delete(id)) next.add(id)
      return next
    })
    setCursor(id)
  }, [])

  const clear = useCallback(() => setSelected(none), [])
  const all = useCallback(() => setSelected(new Set(latest.current.ids)), [])
  const has = useMemo(() => new Set(ids.filter((id) => selected.has(id))), [ids, selected])
  return { cursor, setCursor, move, has, toggle, clear, all }
}

export type Selection = ReturnType<typeof useSelection>

const none: ReadonlySet<string> = Object.freeze(new Set<string>())

/** The cursor is the real focus: what follows from it, readers and browsers know by themselves. */
export function focusRow(id: string) {
  const row = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a.words`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

/** Where the focus goes when these rows leave: to the next that stays, else to the one before. */
export function afterLeaving(ids: string[], leaving: string[], here: string | null): string | null {
  const from = Math.max(ids.indexOf(here ?? leaving[0] ?? ''), 0)
  const stays = (id: string) => !leaving.includes(id)
  return ids.slice(from).find(stays) ?? ids.slice(0, from).findLast(stays) ?? null
}
