'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { lookAhead } from './peek-cache'
import type { RowView } from './row-view'

const rest = 120
const ahead = 2

/** Fetches the ticket one rests on and the next two, so that opening one is at once; not those one only runs past. */
export function useAhead(rows: RowView[], cursor: string | null, peeking: boolean) {
  const router = useRouter()
  useEffect(() => {
    const at = rows.findIndex(({ id }) => id === cursor)
    if (at < 0) return
    const timer = window.setTimeout(() => {
      for (const row of rows.slice(at, at + 1 + ahead)) {
        router.prefetch(row.href)
        if (peeking) void lookAhead(row.number, row.version)
      }
    }, rest)
    return () => window.clearTimeout(timer)
  }, [rows, cursor, peeking, router])
}
