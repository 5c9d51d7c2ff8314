'use client'
import { cx } from '@/app/_ui/cx'
import { QueueRow } from './queue-row'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { useSelection } from './use-selection'

type QueueTableProps = {
  rows: RowView[]
  title: string
  words: QueueWords
  selection: ReturnType<typeof useSelection>
  onMore: (id: string) => void
  grouped: boolean
  /** Something stands beside it: only what fits is shown. */
  narrow: boolean
  /** There are further pages: how many the last group has is not known here. */
  more: boolean
}

/** A real table: its columns keep their place in every view; groups are named by what to do next. */
export function QueueTable({ rows, title, words, selection, onMore, grouped, narrow, more }: QueueTableProps) {
  return (
    <table className={cx('tbl queue', narrow && 'queue-narrow')} aria-label={title}>
      <colgroup>
        {widths.map(([name, width]) => (
          <col key={name} className={name.startsWith('c-') ? name : undefined} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead className="sr-only">
        <tr>
          {Object.entries(words.columns).map(([name, label]) => (
            <th key={name} scope="col" aria-sort={name === 'due' ? 'ascending' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Lines
            key={row.id}
            head={grouped && row.group !== rows[at - 1]?.group ? groupOf(rows, row, words, more) : null}
          >
            <QueueRow
              row={row}
              cursor={row.id === selection.cursor}
              selected={selection.has.has(row.id)}
              words={words}
              onPoint={selection.setCursor}
              onSelect={selection.toggle}
              onMore={onMore}
            />
          </Lines>
        ))}
      </tbody>
    </table>
  )
}

const widths: [string, number | null][] = [
  ['box', 44],
  ['score', 48],
  ['words', null],
  ['c-tp', 164],
  ['loop', 116],
  ['c-own', 120],
  ['due', 148],
  ['time', 92],
]

function groupOf(rows: RowView[], row: RowView, words: QueueWords, more: boolean) {
  const open = more && rows.at(-1)?.group === row.group
  return { name: words.groups[row.group], count: open ? null : rows.filter((one) => one.group === row.group).length }
}

function Lines({ head, children }: { head: { name: string; count: number | null } | null; children: React.ReactNode }) {
  return (
    <>
      {head ? (
        <tr className="grp">
          <th colSpan={6} scope="rowgroup">
            <b>{head.name}</b> {head.count}
          </th>
          <td className="c-tp" />
          <td className="c-own" />
        </tr>
      ) : null}
      {children}
    </>
  )
}
