'use client'
import { useCallback, useRef } from 'react'
import type { View } from '@/lib/tickets/shared'
import { leaves } from './queue-leaving'
import { afterLeaving, focusRow, type Selection } from './use-selection'

/** When rows leave by one's own deed the focus goes to the next one that stays, and how many are left is known. */
export function useQueueLeave(ids: string[], selection: Selection, total: number) {
  const latest = useRef({ ids, cursor: selection.cursor, total })
  latest.current = { ids, cursor: selection.cursor, total }
  const { setCursor, clear } = selection
  const onLeave = useCallback(
    (leaving: string[]) => {
      const { ids: all, cursor, total: before } = latest.current
      const next = afterLeaving(all, leaving, cursor)
      if (next) {
        setCursor(next)
        focusRow(next)
      }
      clear()
      return Math.max(before - leaving.length, 0)
    },
    [setCursor, clear],
  )
  const rules = (view: View, me: string) => ({
    leaves: (kind: Parameters<typeof leaves>[1], choice: Parameters<typeof leaves>[2]) =>
      leaves(view, kind, choice, me),
    onLeave,
  })
  return { rules, onLeave }
}
