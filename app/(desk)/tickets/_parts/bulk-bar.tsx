'use client'
import { CircleDot, Download, Flag, GitMerge, MapPin, Moon, Tag, UserRound, UsersRound, X, Zap } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import type { DeedName } from '@/app/_ui/deeds'
import { fill } from '@/app/_ui/fill'
import { BulkDeed } from './bulk-deed'
import { oneStop, roam } from './bulk-stops'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Asking } from './use-queue-deeds'

type BulkBarProps = {
  rows: RowView[]
  loaded: number
  total: number
  /** All that match are meant, beyond those loaded. */
  everything: boolean
  ask: { view: string; q: string }
  words: QueueWords
  onEverything: (on: boolean) => void
  onAll: () => void
  onClear: () => void
  onDeed: (deed: Asking) => void
}

/** What can be done with the selected rows; as tall as the title it stands for, so that no row moves. */
export function BulkBar({
  rows,
  loaded,
  total,
  everything,
  ask,
  words,
  onEverything,
  onAll,
  onClear,
  onDeed,
}: BulkBarProps) {
  const box = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const count = everything ? total : rows.length
  const all = rows.length === loaded
  useEffect(() => {
    if (box.current) box.current.indeterminate = !all
  }, [all])
  // What can be done changes with what is selected: one stop is left each time.
  useEffect(() => oneStop(bar.current))
  const [first] = rows
  const oneCustomer =
    !everything && rows.length > 1 && rows.every((row) => row.customer && row.customer.id === first?.customer?.id)
  return (
    <div
      ref={bar}
      className="bulk"
      role="toolbar"
      aria-label={words.bulk}
      onKeyDown={roam}
      onFocus={() => oneStop(bar.current)}
    >
      <input ref={box} type="checkbox" className="box" checked={all} aria-label={words.clear} onChange={onClear} />
      <span className="text-13 font-medium whitespace-nowrap" role="status">
        {fill(count === 1 ? words.chosen.one : words.chosen.many, { n: count })}
      </span>
      {all ? null : (
        <button type="button" className="link text-13 whitespace-nowrap max-tablet:hidden" onClick={onAll}>
          {fill(words.all, { n: loaded })}
        </button>
      )}
      {all && total > loaded && !everything ? (
        <button type="button" className="link text-13 whitespace-nowrap" onClick={() => onEverything(true)}>
          {fill(words.everything, { n: total })}
        </button>
      ) : null}
      <span className="flex-1" />
      {deeds.map(([deed, asking, Icon]) => (
        <BulkDeed
          key={deed}
          deed={deed}
          icon={<Icon className="i" aria-hidden="true" />}
          onClick={() => onDeed(asking)}
        >
          {words.short[asking]}
        </BulkDeed>
      ))}
      {oneCustomer ? (
        <BulkDeed deed="merge" icon={<GitMerge className="i" aria-hidden="true" />} onClick={() => onDeed('merge')}>
          {words.short.merge}
        </BulkDeed>
      ) : null}
      <a
        className="btn btn-ghost btn-sm"
        href={`/tickets/export?${everything ? new URLSearchParams(ask) : new URLSearchParams({ ids: rows.map(({ id }) => id).join(',') })}`}
        download
        aria-label={words.short.export}
        title={words.short.export}
      >
        <Download className="i" aria-hidden="true" />
      </a>
      <Button variant="ghost" size="icon" aria-label={words.clear} title={words.clear} onClick={onClear}>
        <X className="i" aria-hidden="true" />
      </Button>
    </div>
  )
}

const deeds: [DeedName, Exclude<Asking, 'merge' | 'discard' | 'rootCause' | 'snoozing'>, typeof Tag][] = [
  ['assignee', 'assignee', UserRound],
  ['team', 'team', UsersRound],
  ['status', 'status', CircleDot],
  ['priority', 'priority', Flag],
  ['tags', 'tag', Tag],
  ['touchpoint', 'touchpoint', MapPin],
  ['snooze', 'snooze', Moon],
  ['macro', 'macro', Zap],
]
