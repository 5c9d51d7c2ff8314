'use client'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import type { View } from '@/lib/tickets/shared'
import { useOnTheWay } from '../../_parts/going'
import { BulkBar } from './bulk-bar'
import { BulkRun } from './bulk-run'
import { NewBar } from './new-bar'
import { Preview } from './preview'
import { QueueDialogs } from './queue-dialogs'
import { useQueueLeave } from './queue-leave'
import { useQueueLine } from './queue-line'
import type { QueueLook } from './queue-look'
import { QueueNotice } from './queue-notice'
import { useOutbox } from './queue-outbox'
import { useBeside } from './queue-presence'
import { QueueTable } from './queue-table'
import type { QueueWords } from './queue-words'
import type { Choice, Choices, RowView } from './row-view'
import type { SnoozeWords } from './snooze-picker'
import { useAhead } from './use-ahead'
import { usePlace } from './use-back'
import { useBulk } from './use-bulk'
import { useChanges } from './use-changes'
import { useQueueDeeds } from './use-queue-deeds'
import { useRows } from './use-rows'
import { useSelection } from './use-selection'

export type QueueProps = {
  rows: RowView[]
  /** The view's whole address, without the page; and when the rows were read. */
  address: string
  at: { instant: number; clock: string }
  view: View
  /** What a bulk run asks for when all that match are meant. */
  ask: { view: string; q: string }
  total: number
  choices: Choices
  snoozing: SnoozeWords
  me: Choice
  title: string
  words: QueueWords
  look: QueueLook
  sorted: { column: 'due' | 'time' | 'score'; way: 'ascending' | 'descending' }
  /** Title and menu; the bulk bar stands in its place while rows are selected. */
  head: ReactNode
  filters: ReactNode
  /** What stands under the rows, or instead of them. */
  children: ReactNode
}

/** The queue's list: where one is, what is selected, and what can be done with it by key or by hand. */
export function Queue(props: QueueProps) {
  const { address, at, words, title, look, head, filters, children, choices } = props
  const list = useRows(address, props.rows)
  const outbox = useOutbox(words)
  const line = useQueueLine(address.split('?')[1] ?? '', at.instant)
  const standing = useMemo(() => (outbox.over ? outbox.over(list.rows) : list.rows), [outbox.over, list.rows])
  const ids = useMemo(() => standing.map((row) => row.id), [standing])
  const selection = useSelection(ids)
  const leave = useQueueLeave(ids, selection, props.total)
  const changes = useChanges(standing, words, {
    ...leave.rules(props.view, props.me.id),
    keep: outbox.keep,
    onBack: list.load,
  })
  const bulk = useBulk({
    ask: props.ask,
    words,
    done: () => {
      list.load()
      line.look()
    },
  })
  const beside = useBeside()
  const going = useOnTheWay()
  const [peek, setPeek] = useState(false)
  const keepPlace = usePlace(address, ids, selection.setCursor)
  useAhead(standing, selection.cursor, peek)

  const deeds = useQueueDeeds({
    ...props,
    rows: changes.rows,
    selection,
    changes,
    bulk,
    leave,
    peek: [peek, setPeek],
    list,
    line,
    keepPlace,
  })
  const { current, chosen } = deeds
  const showDeeds = useCallback(deeds.showDeeds, [])

  return (
    <main
      className={cx('flex min-h-dvh flex-col', peek && current && 'queue-beside')}
      aria-busy={changes.busy || going}
      onClickCapture={(click) => {
        const row = click.target instanceof Element ? click.target.closest<HTMLElement>('tr[data-id]') : null
        if (row?.dataset.id) keepPlace(row.dataset.id)
      }}
    >
      {chosen.length > 0 ? <h1 className="sr-only">{title}</h1> : null}
      {chosen.length > 0 ? (
        <BulkBar
          rows={chosen}
          loaded={changes.rows.length}
          total={props.total}
          everything={bulk.everything}
          ask={props.ask}
          words={words}
          onEverything={bulk.chooseEverything}
          onClear={deeds.clear}
          onAll={selection.all}
          onDeed={deeds.begin}
        />
      ) : (
        head
      )}
      {filters}
      <QueueNotice
        since={line.old === null ? null : at.clock}
        waiting={outbox.count}
        words={words}
        onRetry={deeds.retry}
      />
      {bulk.run ? (
        <BulkRun run={bulk.run} words={words} onCancel={bulk.cancel} onUndo={bulk.undo} onClose={bulk.close} />
      ) : null}
      <NewBar fresh={list.fresh} words={words.fresh} onLoad={deeds.load} />
      <div className={cx('flex flex-1 items-start', going && 'going')}>
        <div className="min-w-0 flex-1">
          {changes.rows.length > 0 ? (
            <QueueTable
              rows={changes.rows}
              title={title}
              words={words}
              selection={selection}
              look={look}
              sorted={props.sorted}
              pending={outbox.pending}
              beside={beside}
              total={props.total > changes.rows.length ? props.total : null}
              narrow={peek && current !== null}
              old={line.old !== null}
              onMore={showDeeds}
              onSwipe={deeds.swipe}
            />
          ) : null}
          {children}
        </div>
        {peek && current ? <Preview row={current} words={words} onClose={() => setPeek(false)} /> : null}
      </div>
      <QueueDialogs deeds={deeds} choices={choices} snoozing={props.snoozing} words={words} />
    </main>
  )
}
