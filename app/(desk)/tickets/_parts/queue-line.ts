'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLive, useLiveLine } from '../../_parts/use-live'

const calm = 1_000
const every = 30_000

/**
 * Keeps the list true. What happened is fetched a moment later, all at once; without the live line every half minute. The
 * server is asked first whether it answers: while it does not, what is on the screen stays, and since when it is old.
 */
export function useQueueLine(query: string, since: number) {
  const router = useRouter()
  const [old, setOld] = useState<number | null>(null)
  const [live, setLive] = useState(false)
  const timer = useRef(0)

  const look = useCallback(async () => {
    const answer = await fetch(`/tickets/pulse?${query}&since=${since}`).catch(() => null)
    if (!answer || answer.status >= 500) return setOld((before) => before ?? since)
    setOld(null)
    if (answer.status === 401) return window.location.reload()
    router.refresh()
  }, [router, query, since])
  const soon = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => document.visibilityState === 'visible' && void look(), calm)
  }, [look])

  useLive('tickets', soon)
  useLiveLine((up) => {
    setLive(up)
    if (up && old !== null) void look()
  })
  useEffect(() => {
    if (live && old === null) return
    const clock = window.setInterval(
      () => document.visibilityState === 'visible' && void look(),
      old === null ? every : 5_000,
    )
    return () => window.clearInterval(clock)
  }, [live, old, look])
  useEffect(() => {
    const lost = () => setOld((before) => before ?? since)
    const back = () => void look()
    window.addEventListener('offline', lost)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', back)
      window.clearTimeout(timer.current)
    }
  }, [look, since])
  return { old, look: () => void look() }
}
