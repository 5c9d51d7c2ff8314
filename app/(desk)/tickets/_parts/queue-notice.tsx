'use client'
import { CloudOff } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import type { QueueWords } from './queue-words'

type QueueNoticeProps = {
  /** Since when the server has not answered, as a time of day; null while it does. */
  since: string | null
  /** How many changes wait to be sent. */
  waiting: number
  words: QueueWords
  onRetry: () => void
}

/** What one sees is from before, and what becomes of what one does. */
export function QueueNotice({ since, waiting, words, onRetry }: QueueNoticeProps) {
  if (!since && waiting === 0) return null
  return (
    <div className="queue-notice" role="status">
      <CloudOff className="i" aria-hidden="true" />
      <span className="flex-1">
        {since ? fill(words.offline.title, { time: since }) : ''}{' '}
        {waiting > 0
          ? fill(waiting === 1 ? words.offline.one : words.offline.many, { n: waiting })
          : words.offline.none}
      </span>
      <Button size="sm" onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  )
}
