'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { announce } from '@/app/_ui/live-region'
import { fill } from './queue-words'

type NewBarProps = {
  /** The queue's address, and when it was shown. */
  query: string
  since: number
  words: { one: string; many: string }
}

const every = 30_000

/** What has come in meanwhile waits in a bar: no row moves under the hand until it is asked for. */
export function NewBar({ query, since, words }: NewBarProps) {
  const router = useRouter()
  const [fresh, setFresh] = useState(0)

  useEffect(() => {
    setFresh(0)
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await fetch(`/tickets/pulse?${query}&since=${since}`).catch(() => null)
      if (answer?.ok) setFresh(((await answer.json()) as { fresh: number }).fresh)
    }
    const timer = window.setInterval(look, every)
    return () => window.clearInterval(timer)
  }, [query, since])

  const text = fresh === 0 ? '' : fill(fresh === 1 ? words.one : words.many, { n: fresh })
  useEffect(() => {
    if (text) announce(text)
  }, [text])

  if (!text) return null
  return (
    <div className="relative h-0">
      <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
        <Button size="sm" className="float text-accent" hint="." onClick={() => router.refresh()}>
          {text}
        </Button>
      </div>
    </div>
  )
}
