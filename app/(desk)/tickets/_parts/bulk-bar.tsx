'use client'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { fill, type QueueWords } from './queue-words'
import type { ChangeKind } from './row-view'
import type { useSelection } from './use-selection'

type BulkBarProps = {
  count: number
  total: number
  words: QueueWords
  selection: ReturnType<typeof useSelection>
  onPick: (kind: ChangeKind) => void
}

/** What can be done with the selected rows; as tall as the title it stands for, so that no row moves. */
export function BulkBar({ count, total, words, selection, onPick }: BulkBarProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = count < total
  }, [count, total])
  return (
    <div className="bulk" role="toolbar" aria-label={words.bulk}>
      <input
        ref={box}
        type="checkbox"
        className="box"
        checked={count === total}
        aria-label={words.clear}
        onChange={selection.clear}
      />
      <span className="text-13 font-medium whitespace-nowrap" role="status">
        {fill(count === 1 ? words.chosen.one : words.chosen.many, { n: count })}
      </span>
      {count < total ? (
        <button type="button" className="link text-13 whitespace-nowrap max-tablet:hidden" onClick={selection.all}>
          {fill(words.all, { n: total })}
        </button>
      ) : null}
      <span className="flex-1" />
      {deeds.map(([kind, hint]) => (
        <Button key={kind} variant="ghost" size="sm" hint={hint} onClick={() => onPick(kind)}>
          {words.verb[kind]}
        </Button>
      ))}
      <Button variant="ghost" size="icon" aria-label={words.clear} onClick={selection.clear}>
        <X className="i" aria-hidden="true" />
      </Button>
    </div>
  )
}

const deeds: [ChangeKind, string][] = [
  ['assignee', 'A'],
  ['status', 'S'],
  ['priority', 'P'],
  ['touchpoint', 'T'],
]
