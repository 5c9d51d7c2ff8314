'use client'
import { Ban, Ellipsis, Flame, MailX, Repeat, RotateCcw, TrendingUp, UserRoundX } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { bandToken } from '@/app/_ui/band'
import { Button } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { cx } from '@/app/_ui/cx'
import { LoopBar } from '@/app/_ui/loop-bar'
import { ScoreBadge } from '@/app/_ui/score-badge'
import type { QueueWords } from './queue-words'
import type { FlagKind, RowView } from './row-view'

type QueueRowProps = {
  row: RowView
  cursor: boolean
  selected: boolean
  words: QueueWords
  onPoint: (id: string) => void
  onSelect: (id: string, range: boolean) => void
  onMore: (id: string) => void
}

/** One ticket in the queue; the whole row is the link, box and buttons lie above it. */
export const QueueRow = memo(function QueueRow({
  row,
  cursor,
  selected,
  words,
  onPoint,
  onSelect,
  onMore,
}: QueueRowProps) {
  return (
    <tr
      className={cx(row.unread && 'unread', cursor && 'cursor')}
      aria-selected={selected}
      data-id={row.id}
      onFocus={() => onPoint(row.id)}
    >
      <td className="c-box">
        <input
          type="checkbox"
          className="box"
          checked={selected}
          aria-label={words.select.replace('{number}', String(row.number))}
          onClick={(click) => onSelect(row.id, click.shiftKey)}
          onChange={() => {}}
        />
      </td>
      <td className="c-score">
        {row.score ? <ScoreBadge score={row.score.value} band={row.score.band} word={row.score.word} /> : null}
      </td>
      <td className="c-main">
        <Link className="words cut" href={row.href} prefetch={cursor}>
          {row.words}
        </Link>
        <div className="meta">
          {row.score ? <span aria-hidden="true">{row.score.word}</span> : null}
          {row.customer ? <b className="cut">{row.customer}</b> : null}
          <span className="num">#{row.number}</span>
          <span className="st">{row.status.word}</span>
          {row.flags.map((flag) => (
            <span key={flag.kind} className="flag" title={flag.text}>
              <Flag kind={flag.kind} />
              <span className="flag-text">{flag.text}</span>
            </span>
          ))}
        </div>
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

const icons = {
  again: Repeat,
  reopened: RotateCcw,
  bounced: MailX,
  noContact: Ban,
  noAddress: UserRoundX,
  escalated: TrendingUp,
  urgent: Flame,
} satisfies Record<FlagKind, typeof Ban>

function Flag({ kind }: { kind: FlagKind }) {
  const Icon = icons[kind]
  return <Icon className="i" aria-hidden="true" />
}
