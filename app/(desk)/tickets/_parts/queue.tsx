'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useRegistry } from '@/app/_ui/shortcuts'
import { BulkBar } from './bulk-bar'
import { ChangePicker } from './change-picker'
import { Preview } from './preview'
import { QueueTable } from './queue-table'
import type { QueueWords } from './queue-words'
import type { ChangeKind, Choice, Choices, RowView } from './row-view'
import { useChanges } from './use-changes'
import { useQueueKeys } from './use-queue-keys'
import { useSelection } from './use-selection'

type QueueProps = {
  rows: RowView[]
  choices: Choices
  me: Choice
  title: string
  words: QueueWords
  /** Title and buttons; the bulk bar stands in its place while rows are selected. */
  head: ReactNode
  filters: ReactNode
  /** What stands under the rows, or instead of them. */
  children: ReactNode
  grouped: boolean
  /** There are further pages. */
  more: boolean
}

/** The queue's list: where one is, what is selected, and what can be done with it by key or by hand. */
export function Queue({ rows, choices, me, title, words, head, filters, children, grouped, more }: QueueProps) {
  const router = useRouter()
  const registry = useRegistry()
  const changes = useChanges(rows, words)
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const selection = useSelection(ids)
  const [picking, setPicking] = useState<ChangeKind | null>(null)
  const [peek, setPeek] = useState(false)
  const { setCursor } = selection

  const current = changes.rows.find((row) => row.id === selection.cursor) ?? null
  const chosen = changes.rows.filter((row) => selection.has.has(row.id))
  const targets = chosen.length > 0 ? chosen : current ? [current] : []

  const change = (kind: ChangeKind, choice: Choice | null) => {
    if (targets.length > 0) changes.change(targets, kind, choice)
  }
  const showDeeds = useCallback(
    (id: string) => {
      setCursor(id)
      const row = rows.find((one) => one.id === id)
      registry?.showPalette(row && `#${row.number}`)
    },
    [registry, rows, setCursor],
  )

  useQueueKeys({
    words,
    current,
    anything: targets.length > 0,
    selection,
    open: (href) => router.push(href),
    pick: setPicking,
    takeIt: () => change('assignee', me),
    peek: [peek, setPeek],
    reload: () => router.refresh(),
  })

  return (
    <main className="flex min-h-dvh flex-col" aria-busy={changes.busy}>
      {chosen.length > 0 ? (
        <BulkBar count={chosen.length} total={rows.length} words={words} selection={selection} onPick={setPicking} />
      ) : (
        head
      )}
      {filters}
      <div className="flex flex-1 items-start">
        <div className="min-w-0 flex-1">
          {rows.length > 0 ? (
            <QueueTable
              rows={changes.rows}
              title={title}
              words={words}
              selection={selection}
              onMore={showDeeds}
              grouped={grouped}
              narrow={peek && current !== null}
              more={more}
            />
          ) : null}
          {children}
        </div>
        {peek && current ? <Preview row={current} words={words} onClose={() => setPeek(false)} /> : null}
      </div>
      <ChangePicker
        kind={picking}
        choices={choices}
        current={targets.length === 1 ? (targets[0] ?? null) : null}
        note={targets.length === 1 ? `#${targets[0]?.number}` : undefined}
        words={words}
        onClose={() => setPicking(null)}
        onPick={change}
      />
    </main>
  )
}
