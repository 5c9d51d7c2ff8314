'use client'
import { Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import type { QueueWords } from './queue-words'
import type { Run } from './use-bulk'

type BulkRunProps = { run: Run; words: QueueWords; onCancel: () => void; onUndo: () => void; onClose: () => void }

/** How far one change of very many tickets is, what became of it, and the way back while there is one. */
export function BulkRun({ run, words, onCancel, onUndo, onClose }: BulkRunProps) {
  const done = run.changed + run.skipped
  const goes = run.state === 'waiting' || run.state === 'running'
  const left = useCountdown(run.undoUntil)
  const text = goes
    ? fill(words.run.going, { n: done, total: run.total })
    : run.state === 'undoing' || run.state === 'undone'
      ? fill(words.run.undone, { n: run.undone })
      : fill(run.state === 'cancelled' ? words.run.cancelled : words.run.ended, {
          changed: run.changed,
          skipped: run.skipped,
        })
  return (
    <section className="bulk-run" aria-label={words.run.label}>
      <div className="flex flex-wrap items-center gap-3">
        <span className="num flex-1">{text}</span>
        {goes ? (
          <Button size="sm" onClick={onCancel}>
            {words.run.cancel}
          </Button>
        ) : null}
        {left > 0 && !goes && run.state !== 'undone' && run.state !== 'undoing' ? (
          <Button size="sm" icon={<Undo2 className="i" aria-hidden="true" />} onClick={onUndo}>
            {fill(words.run.undo, { n: left })}
          </Button>
        ) : null}
        {goes ? null : (
          <Button variant="ghost" size="icon" aria-label={words.close} onClick={onClose}>
            <X className="i" aria-hidden="true" />
          </Button>
        )}
      </div>
      {goes ? <progress value={done} max={Math.max(run.total, 1)} aria-label={words.run.label} /> : null}
      {run.skips.length > 0 ? (
        <ul className="text-12 text-2">
          {run.skips.map(({ why, n }) => (
            <li key={why}>{fill(words.run.skipped, { n, why })}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function useCountdown(until: number | null) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return
    const timer = window.setInterval(() => setNow(Date.now()), 1_000)
    return () => window.clearInterval(timer)
  }, [until])
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1_000))
}
