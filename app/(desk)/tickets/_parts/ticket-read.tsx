'use client'
import { useEffect } from 'react'

/** Marks a ticket as read once it was looked at for a second: by a POST of its own, never by opening it. */
export function ReadMark({ number, last }: { number: number; last: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came in since is read anew
  useEffect(() => {
    let timer = 0
    const look = () => {
      window.clearTimeout(timer)
      if (document.visibilityState !== 'visible') return
      timer = window.setTimeout(() => {
        document.removeEventListener('visibilitychange', look)
        void fetch(`/tickets/${number}/read`, { method: 'POST' }).catch(() => null)
      }, 1_000)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [number, last])
  return null
}
