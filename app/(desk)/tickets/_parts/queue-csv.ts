import type { Formatter, Translate } from '@/lib/i18n'
import { csvLine } from '@/lib/kit/table'
import { named } from '@/lib/kit/text'
import type { QueueRow } from '@/lib/tickets'

const columns = [
  ...(['number', 'received', 'score', 'words', 'customer', 'touchpoint'] as const),
  ...(['team', 'owner', 'status', 'priority', 'due', 'tags'] as const),
]

/** Rows of the queue as CSV, names in the reader's language, instants in ISO; its cells are inert in a spreadsheet. */
export function queueCsv(rows: QueueRow[], t: Translate, { place }: Formatter): string {
  const say = (thing: { name: string; names: Record<string, string> } | null) =>
    thing ? named(thing, place.locale) : ''
  const lines = rows.map((row) => [
    String(row.number),
    row.receivedAt.toISOString(),
    row.score === null ? '' : String(row.score),
    row.words ?? '',
    row.customer?.name ?? '',
    say(row.touchpoint),
    say(row.team),
    row.assignee?.name ?? '',
    t(`queue.status.${row.status}`),
    t(`queue.priority.${row.priority}`),
    row.nextDueAt?.toISOString() ?? '',
    row.tags.join(' '),
  ])
  return `\uFEFF${[columns.map((name) => t(`desk.export.${name}`)), ...lines].map(csvLine).join('')}`
}
