'use client'
import { useSyncExternalStore } from 'react'

/** A choice that lives in this browser only: `[value, set]`; `fallback` on the server and before anything was chosen. */
export function useStored<T extends string>(key: string, fallback: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(
    listen,
    () => read(key) ?? fallback,
    () => fallback,
  )
  return [value as T, (next) => write(key, next)]
}

/** Reads, and writes nothing when the browser keeps no storage (private windows, blocked cookies). */
export function read(key: string) {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a value, or forgets it when null; tells every `useStored` in this window. */
export function write(key: string, value: string | null) {
  try {
    if (value === null) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  window.dispatchEvent(new Event(changed))
}

const changed = 'lazo:stored'

function listen(notify: () => void) {
  window.addEventListener('storage', notify)
  window.addEventListener(changed, notify)
  return () => {
    window.removeEventListener('storage', notify)
    window.removeEventListener(changed, notify)
  }
}
