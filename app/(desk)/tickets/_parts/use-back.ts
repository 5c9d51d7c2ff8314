'use client'
import { useEffect, useRef } from 'react'
import { focusRow } from './use-selection'

const name = 'lazo.queue.place'
type Place = { address: string; id: string; top: number }

/** Keeps which row one left a list from; coming back, the list stands where it stood and the focus with it. */
export function usePlace(address: string, ids: string[], setCursor: (id: string) => void) {
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (done.current === address) return
    done.current = address
    const place = kept()
    if (place?.address !== address || !ids.includes(place.id)) return
    window.sessionStorage.removeItem(name)
    window.scrollTo({ top: place.top })
    setCursor(place.id)
    focusRow(place.id)
  }, [address, ids, setCursor])
  return (id: string) => {
    try {
      window.sessionStorage.setItem(name, JSON.stringify({ address, id, top: window.scrollY } satisfies Place))
    } catch {
      // Without storage one comes back to the top.
    }
  }
}

function kept(): Place | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? 'null') as Place | null
  } catch {
    return null
  }
}
