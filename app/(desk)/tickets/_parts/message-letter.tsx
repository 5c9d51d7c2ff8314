'use client'
import { CalendarClock, MailCheck, MailWarning, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import { retryLetter, withdrawReply } from '../mail-actions'
import type { LetterLine } from './timeline-item'
import { useTry } from './use-answer'
import { ask } from './use-deed'

export type LetterWords = {
  /** "Sale en {n} s" */
  inSeconds: string
  /** "Programado para {when}" */
  scheduled: string
  undo: string
  cancel: string
  retry: string
  retried: string
  edit: string
  withdrawn: string
  server: string
  offline: string
}

const minute = 60_000

/** What became of a letter: it waits and can be called back, it left, or it did not and one may try again. */
export function MessageLetter({ letter, words }: { letter: LetterLine; words: LetterWords }) {
  const left = useLeft(letter.leaves?.iso ?? null)
  const { busy, run } = useTry(words.offline)
  const waits = left !== null && left > 0
  const short = waits && left <= minute
  const recall = () =>
    run(
      () => withdrawReply({ message: letter.messageId }),
      words.withdrawn,
      ({ text }) => ask('reply', { text }),
    )
  const Icon =
    letter.tone === 'late' ? MailWarning : letter.tone === 'soon' ? TriangleAlert : waits ? CalendarClock : MailCheck
  return (
    <div className="msg-letter under" data-tone={letter.tone}>
      <Icon className="i" aria-hidden="true" />
      <span>
        {waits
          ? short
            ? fill(words.inSeconds, { n: Math.ceil(left / 1_000) })
            : fill(words.scheduled, { when: letter.leaves?.text ?? '' })
          : letter.word}
        {letter.reason ? ` · ${letter.reason}` : null}
        {letter.twice ? ` · ${letter.twice}` : null}
      </span>
      {waits && letter.may.recall ? (
        <Button variant="ghost" size="sm" className="text-accent" aria-disabled={busy} onClick={recall}>
          {short ? words.undo : words.cancel}
        </Button>
      ) : null}
      {letter.may.retry ? (
        <Button
          size="sm"
          aria-disabled={busy}
          onClick={() => run(() => retryLetter({ id: letter.letterId }), words.retried)}
        >
          {words.retry}
        </Button>
      ) : null}
      {letter.words ? (
        <Button variant="ghost" size="sm" onClick={() => ask('reply', { text: letter.words ?? '' })}>
          {words.edit}
        </Button>
      ) : null}
      {letter.server ? (
        <p className="basis-full">
          {words.server} <code className="wrap-anywhere">{letter.server}</code>
        </p>
      ) : null}
    </div>
  )
}

// Milliseconds until it leaves; counts the last minute down. Null when it waits for nothing or before the page runs.
function useLeft(iso: string | null) {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (!iso) return setLeft(null)
    const look = () => setLeft(Date.parse(iso) - Date.now())
    look()
    const timer = window.setInterval(look, 1_000)
    return () => window.clearInterval(timer)
  }, [iso])
  return iso ? (left ?? Number.POSITIVE_INFINITY) : null
}
