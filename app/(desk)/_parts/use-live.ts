'use client'
import { useEffect, useRef } from 'react'
import type { LiveEvents } from '@/lib/desk/shared'

export const liveNames = ['tickets', 'presence', 'counts', 'notices', 'bulk'] as const
type LiveName = (typeof liveNames)[number]

/** Tells everybody on the page what the house has told. */
export const tell = (name: LiveName | 'line', detail: unknown) =>
  window.dispatchEvent(new CustomEvent(`lazo:live:${name}`, { detail }))

/** Hears one kind of what the house tells while it happens. */
export const useLive = <Name extends LiveName>(name: Name, run: (told: LiveEvents[Name]) => void) => useTold(name, run)

/** Hears whether the house can be heard: false while nothing comes. */
export const useLiveLine = (run: (up: boolean) => void) => useTold('line', run)

function useTold<Told>(name: string, run: (told: Told) => void) {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const hear = (event: Event) => latest.current((event as CustomEvent<Told>).detail)
    window.addEventListener(`lazo:live:${name}`, hear)
    return () => window.removeEventListener(`lazo:live:${name}`, hear)
  }, [name])
}
