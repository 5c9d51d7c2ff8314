'use client'
import { useEffect, useRef } from 'react'

import type { Deed } from './deed'

/** Asks for a deed, from anywhere on the page. */
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
