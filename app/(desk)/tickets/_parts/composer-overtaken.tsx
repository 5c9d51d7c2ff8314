'use client'
import { MessageSquareWarning } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import type { ComposerWords } from './composer-words'

/** Something said on the ticket, as the composer shows it before a reply that would pass it by. */
export type Recent = { id: string; author: string; time: string; text: string; note: boolean }

type OvertakenProps = {
  recent: Recent[]
  words: ComposerWords['overtaken']
  busy: boolean
  onAnyway: () => void
  onRead: () => void
}

/** Somebody wrote while this reply was being written: it stands here first, and nothing was sent. */
export function Overtaken({ recent, words, busy, onAnyway, onRead }: OvertakenProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="overtaken" role="alert">
      <p className="flex gap-2 font-medium">
        <MessageSquareWarning className="i" aria-hidden="true" />
        {words.title}
      </p>
      {recent.map((one) => (
        <blockquote key={one.id}>
          <p className="text-12">
            <b>{one.author}</b> · {one.time}
            {one.note ? ` · ${words.private}` : null}
          </p>
          <p className="overtaken-text">{one.text}</p>
        </blockquote>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onRead}>
          {words.go}
        </Button>
        <Button size="sm" variant="ghost" aria-disabled={busy} onClick={onAnyway}>
          {words.anyway}
        </Button>
      </div>
    </div>
  )
}
