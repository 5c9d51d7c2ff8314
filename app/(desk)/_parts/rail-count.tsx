'use client'
import { useState } from 'react'
import { useLive } from './use-live'

type Count = { total: number; late: number }

/** How much waits in a view, and how much of it is late; it goes along with what happens. */
export function RailCount({ name, given, lateWord }: { name: string; given: Count | undefined; lateWord: string }) {
  const [told, setTold] = useState<{ given: Count | undefined; count: Count } | null>(null)
  useLive('counts', (counts) => {
    const count = counts[name]
    if (count) setTold({ given, count })
  })
  // What the server rendered later than it was told is newer.
  const count = told && told.given === given ? told.count : given
  if (!count || count.total === 0) return null
  return (
    <span className="rail-count">
      {count.late > 0 ? (
        <>
          <em>{capped(count.late)}</em>
          <span className="sr-only"> {lateWord}</span>
          <span aria-hidden="true"> / </span>
        </>
      ) : null}
      {capped(count.total)}
    </span>
  )
}

const capped = (count: number) => (count > 99 ? '99+' : String(count))
