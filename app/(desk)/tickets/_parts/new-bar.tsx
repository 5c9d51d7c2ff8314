'use client'
import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import { announce } from '@/app/_ui/live-region'
import { useKeyHint } from '@/app/_ui/shortcuts'

type NewBarProps = { fresh: number; words: { one: string; many: string }; onLoad: () => void }

/** What has come in meanwhile waits in a bar: no row moves under the hand until it is asked for. */
export function NewBar({ fresh, words, onLoad }: NewBarProps) {
  const hint = useKeyHint('reload')
  const text = fresh === 0 ? '' : fill(fresh === 1 ? words.one : words.many, { n: fresh })
  useEffect(() => {
    if (text) announce(text)
  }, [text])
  if (!text) return null
  return (
    <div className="relative h-0">
      <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
        <Button size="sm" className="float text-accent" {...(hint && { hint })} onClick={onLoad}>
          {text}
        </Button>
      </div>
    </div>
  )
}
