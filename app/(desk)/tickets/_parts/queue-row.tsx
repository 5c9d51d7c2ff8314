'use client'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, memo } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { bandToken } from '@/app/_ui/band'
import { Button } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { cx } from '@/app/_ui/cx'
import { LoopBar } from '@/app/_ui/loop-bar'
import { ScoreBadge } from '@/app/_ui/score-badge'
import type { QueueWords } from './queue-words'
import { RowMeta } from './row-meta'
import { useTouch } from './row-touch'
import type { RowView } from './row-view'

/** Somebody else at a ticket. */
export type Beside = { id: string; name: string; writes: boolean }

type QueueRowProps = {
  row: RowView
  /** Its place among all that match, from 1. */
  index: number
  cursor: boolean
  /** The one row that Tab reaches: the cursor's, or the first. */
  reached: boolean
  selected: boolean
  pending: boolean
  beside: readonly Beside[]
  words: QueueWords
  onPoint: (id: string) => void
  onSelect: (id: string, range: boolean) => void
  onMore: (id: string) => void
  onSwipe: (id: string, towards: 'start' | 'end') => void
}

/** One ticket in the queue; the whole row is the link, box and buttons lie above it. */
export const QueueRow = memo(function QueueRow({
  row,
  index,
  cursor,
  reached,
  selected,
  pending,
  beside,
  words,
  onPoint,
  onSelect,
  onMore,
  onSwipe,
}: QueueRowProps) {
  const touch = useTouch(row.id, onSelect, onSwipe)
  const stop = reached ? 0 : -1
  const press = (click: MouseEvent) => {
    if (!click.shiftKey || click.metaKey || click.ctrlKey) return
    // Shift and a click choose a range here; a browser would open a window.
    click.preventDefault()
    onSelect(row.id, true)
  }
  return (
    <tr
      className={cx(row.unread && 'unread', cursor && 'cursor', pending && 'pending')}
      aria-selected={selected}
      aria-rowindex={index}
      aria-labelledby={`row-${row.id}`}
      data-id={row.id}
      onFocus={() => onPoint(row.id)}
      {...touch}
    >
      <td className="c-box">
        <input
          type="checkbox"
          className="box"
          checked={selected}
          tabIndex={stop}
          aria-label={words.select.replace('{number}', String(row.number))}
          onClick={(click) => onSelect(row.id, click.shiftKey)}
          onChange={() => {}}
        />
      </td>
      <td className="c-score">
        {row.score ? <ScoreBadge score={row.score.value} band={row.score.band} word={row.score.word} /> : null}
      </td>
      <td className="c-main">
        <Link
          id={`row-${row.id}`}
          className="words cut"
          href={row.href}
          prefetch={false}
          tabIndex={stop}
          aria-label={row.reading}
          onClick={press}
        >
          {row.words}
        </Link>
        <RowMeta row={row} pending={pending} beside={beside} words={words} />
      </td>
      <td className="c-tp text-2">
        <span className="cut block">{row.touchpoint?.name}</span>
      </td>
      <td className="c-loop">
        <LoopBar size="xs" label={row.loop.label} steps={steps(row, words)} />
      </td>
      <td className="c-own text-2">
        <span className="flex items-center gap-2">
          <Avatar name={row.owner?.name ?? null} />
          <span className="cut">{row.owner?.name.split(' ')[0] ?? words.unassigned}</span>
        </span>
      </td>
      <td className="c-clock">
        <Due due={row.due} />
      </td>
      <td className="c-time r">
        <span className="inline-flex items-center gap-2 text-12 text-3">
          {row.unread ? (
            <>
              <span className="dot" aria-hidden="true" />
              <span className="sr-only">{words.unread}</span>
            </>
          ) : null}
          <time dateTime={row.time.iso} title={row.time.exact}>
            {row.time.text}
          </time>
        </span>
      </td>
      <td className="c-more">
        <Button
          variant="ghost"
          size="icon"
          tabIndex={stop}
          aria-label={words.more.replace('{number}', String(row.number))}
          onClick={() => onMore(row.id)}
        >
          <Ellipsis className="i" aria-hidden="true" />
        </Button>
      </td>
    </tr>
  )
})

function steps(row: RowView, words: QueueWords) {
  return row.loop.states.map((state, at) => {
    const end = at === 0 ? row.score : at === 4 ? row.loop.verdict : null
    return { state, label: words.loop[at] ?? '', score: end ?? undefined }
  })
}

function Due({ due }: { due: RowView['due'] }) {
  if (!due) return null
  if ('state' in due) return <Clock {...due} />
  return (
    <span className={cx('cut block text-13 font-medium', due.band ? verdictInk[bandToken[due.band]] : 'text-2')}>
      {due.text}
    </span>
  )
}

const verdictInk = { det: 'text-det', pas: 'text-pas', pro: 'text-pro' }
