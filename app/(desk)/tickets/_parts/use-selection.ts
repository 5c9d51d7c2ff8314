'use client'
import { useCallback, useState } from 'react'

/** Where one is in a list and what is chosen in it, by id, so that rows may come and go underneath. */
export function useSelection(ids: string[]) {
  const [cursor, setCursor] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const place = cursor === null ? -1 : ids.indexOf(cursor)

  const move = useCallback(
    (step: number, extend: boolean) => {
      const at = place === -1 ? (step > 0 ? 0 : ids.length - 1) : Math.min(Math.max(place + step, 0), ids.length - 1)
      const next = ids[at]
      if (next === undefined) return
      if (extend) setSelected((before) => new Set([...before, ...(cursor ? [cursor] : []), next]))
      setCursor(next)
      focusRow(next)
    },
    [ids, place, cursor],
  )

  const toggle = useCallback(
    (id: string, range = false) => {
      setSelected((before) => {
        const next = new Set(before)
        const from = range ? ids.indexOf(cursor ?? id) : -1
        const to = ids.indexOf(id)
        if (from >= 0) for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
        else if (!next.delete(id)) next.add(id)
        return next
      })
      setCursor(id)
    },
    [ids, cursor],
  )

  const clear = useCallback(() => setSelected(new Set()), [])
  const all = useCallback(() => setSelected(new Set(ids)), [ids])
  return {
    cursor,
    setCursor,
    move,
    selected: [...selected].filter((id) => ids.includes(id)),
    has: selected,
    toggle,
    clear,
    all,
  }
}

/** The cursor is the real focus: what follows from it, readers and browsers know by themselves. */
export function focusRow(id: string) {
  const row = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a.words`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}
