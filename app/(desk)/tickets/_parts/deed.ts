'use client'
import { useEffect, useRef } from 'react'

/** What can be done on a ticket, asked for by a key, a button or the address, done by whichever part of the page does it. */
export const deeds = ['reply', 'note', 'call', 'resolve', 'reopen', 'discard'] as const
export type Deed = (typeof deeds)[number]
export type Mode = 'reply' | 'note'

export const ask = (deed: Deed) => window.dispatchEvent(new CustomEvent<Deed>(event, { detail: deed }))

const event = 'lazo:deed'

export function useDeed(run: (deed: Deed) => void) {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const hear = (asked: Event) => latest.current((asked as CustomEvent<Deed>).detail)
    window.addEventListener(event, hear)
    return () => window.removeEventListener(event, hear)
  }, [])
}
