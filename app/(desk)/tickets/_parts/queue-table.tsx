'use client'
import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import type { QueueLook } from './queue-look'
import { type Beside, QueueRow } from './queue-row'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Selection } from './use-selection'

type QueueTableProps = {
  rows: RowView[]
  title: string
  words: QueueWords
  selection: Selection
  look: QueueLook
  /** By which column they stand, and how. */
  sorted: { column: 'due' | 'time' | 'score'; way: 'ascending' | 'descending' }
  pending: ReadonlySet<string>
  beside: Readonly<Record<string, readonly Beside[]>>
  /** How many match in all, when more than stand here. */
  total: number | null
  /** Something stands beside it: only what fits is shown. */
  narrow: boolean
  /** What is shown is from before, because the server could not be asked. */
  old: boolean
  onMore: (id: string) => void
  onSwipe: (id: string, towards: 'start' | 'end') => void
}

/** A real table, used as a grid: one stop of Tab, arrows within; groups are named by what to do next. */
export function QueueTable(props: QueueTableProps) {
  const { rows, title, words, selection, look, sorted, total, narrow, old } = props
  const columns = new Set<string>(look.columns)
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows hold controls, so arrows move and Tab stops once
      role="grid"
      aria-multiselectable="true"
      aria-rowcount={(total ?? rows.length) + 1}
      className={cx('tbl queue', narrow && 'queue-narrow', old && 'opacity-60')}
      data-density={look.density}
      data-hidden={['touchpoint', 'loop', 'owner', 'time'].filter((name) => !columns.has(name)).join(' ') || undefined}
      aria-label={title}
      onKeyDown={across}
    >
      <colgroup>
        {widths.map(([name, width]) => (
          <col key={name} className={`c-${name}`} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {widths.map(([name]) => (
            <th
              key={name}
              scope="col"
              className={`c-${name}`}
              aria-sort={heads[name] === sorted.column ? sorted.way : undefined}
            >
              {name === 'box' ? (
                <AllBox rows={rows} selection={selection} label={words.selectAll} />
              ) : (
                words.columns[heads[name]]
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Fragment key={row.id}>
            {row.head && row.head.key !== rows[at - 1]?.head?.key ? (
              <Head head={row.head} count={countOf(rows, row, total)} />
            ) : null}
            <QueueRow
              row={row}
              index={at + 2}
              cursor={row.id === selection.cursor}
              reached={selection.cursor === null ? at === 0 : row.id === selection.cursor}
              selected={selection.has.has(row.id)}
              pending={props.pending.has(row.id)}
              beside={props.beside[row.id] ?? nobody}
              words={words}
              onPoint={selection.setCursor}
              onSelect={selection.toggle}
              onMore={props.onMore}
              onSwipe={props.onSwipe}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const nobody: readonly Beside[] = []
type Name = 'box' | 'score' | 'main' | 'tp' | 'loop' | 'own' | 'clock' | 'time' | 'more'
const widths: [Name, number | null][] = [
  ['box', 44],
  ['score', 48],
  ['main', null],
  ['tp', 164],
  ['loop', 116],
  ['own', 120],
  ['clock', 148],
  ['time', 84],
  ['more', 40],
]
const heads = {
  box: 'box',
  score: 'score',
  main: 'words',
  tp: 'touchpoint',
  loop: 'loop',
  own: 'owner',
  clock: 'due',
  time: 'time',
  more: 'more',
} as const satisfies Record<Name, keyof QueueWords['columns']>

function AllBox({ rows, selection, label }: { rows: RowView[]; selection: Selection; label: string }) {
  const box = useRef<HTMLInputElement>(null)
  const chosen = selection.has.size
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < rows.length
  }, [chosen, rows.length])
  return (
    <input
      ref={box}
      type="checkbox"
      className="box"
      aria-label={label}
      checked={chosen > 0 && chosen === rows.length}
      onChange={() => (chosen === rows.length ? selection.clear() : selection.all())}
    />
  )
}

const Head = ({ head, count }: { head: NonNullable<RowView['head']>; count: number | null }) => (
  <tr className="grp">
    <th colSpan={3} scope="rowgroup">
      <b>{head.name}</b> {count}
    </th>
    {/* One cell for each column that may be left out: a head must not keep their width. */}
    {widths.slice(3).map(([name]) => (
      <td key={name} className={`c-${name}`} />
    ))}
  </tr>
)

// How many the last group has is not known while there are further pages.
function countOf(rows: RowView[], { head }: RowView, total: number | null) {
  const open = total !== null && total > rows.length && rows.at(-1)?.head?.key === head?.key
  return open ? null : rows.filter((one) => one.head?.key === head?.key).length
}

// Left and right go through what can be pressed in a row.
function across(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const row = event.target instanceof Element ? event.target.closest('tr[data-id]') : null
  if (!step || !row) return
  const stops = [...row.querySelectorAll<HTMLElement>('input, a.words, button')]
  const next = stops[stops.indexOf(event.target as HTMLElement) + step]
  next?.focus()
  event.preventDefault()
}
