'use client'
import { useEffect, useRef } from 'react'
import type { Deed } from './deed'

/** What a deed may be given along: words to go on with, their files, what was read before, and what to do once it is done. */
export type Given = { text?: string; attachments?: string[]; seen?: string | null; done?: () => void }
type Asked = { deed: Deed; given: Given }

/** Asks for a deed, from anywhere on the page. */
export const ask = (deed: Deed, given: Given = {}) =>
  window.dispatchEvent(new CustomEvent<Asked>(event, { detail: { deed, given } }))

const event = 'lazo:deed'

/** Hears what is asked for. */
export function useDeed(run: (deed: Deed, given: Given) => void) {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const hear = (asked: Event) => {
      const { deed, given } = (asked as CustomEvent<Asked>).detail
      latest.current(deed, given)
    }
    window.addEventListener(event, hear)
    return () => window.removeEventListener(event, hear)
  }, [])
}
