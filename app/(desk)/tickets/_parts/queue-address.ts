import { type Sort, sorts, type View, views } from '@/lib/tickets/shared'
import { type Grouping, groupings, type QueueColumn, queueColumns } from './queue-look'

/** What the queue shows, as its address says it: everything that was chosen stands in the URL, so that Back brings it back. */
export type QueueAddress = {
  /** One of the house's views; `all` under a saved one. */
  view: View
  /** The id of a saved view. */
  saved: string | null
  /** The question in the queue's grammar, as it was written; null: what the view asks by itself. */
  q: string | null
  /** Null: as the view, or the person, has it. */
  sort: Sort | null
  group: Grouping | null
  /** Null: as the view, or the person, has them. */
  columns: readonly QueueColumn[] | null
  cursor: string | null
}

// Addresses of the first build, and of the board: one parameter a field.
const formerly = [
  ['touchpoint', 'touchpoint'],
  ['team', 'team'],
  ['assignee', 'owner'],
  ['category', 'band'],
  ['priority', 'priority'],
  ['status', 'status'],
  ['channel', 'channel'],
] as const

type Search = Record<string, string | string[] | undefined>

/** Reads the address; what it does not understand it leaves out. */
export function readAddress(search: Search): QueueAddress {
  const one = (name: string) => [search[name]].flat()[0] ?? null
  const old = formerly.flatMap(([name, field]) => {
    const values = [search[name]].flat().flatMap((text) => text?.split(',').filter(Boolean) ?? [])
    return values.length > 0 ? `${field}:${values.join(',')}` : []
  })
  if (one('overdue')) old.push('is:overdue')
  const q = old.length > 0 ? [...old, one('q')].filter(Boolean).join(' ') : one('q')
  const asked = one('view')
  const saved = asked?.startsWith('vie_') ? asked : null
  return {
    view: pick(views, asked) ?? (saved || q !== null ? 'all' : 'open'),
    saved,
    q,
    sort: pick(sorts, one('sort')),
    group: pick(groupings, one('group')),
    columns: listed(one('columns')),
    cursor: one('cursor'),
  }
}

/** The address of the queue after a change; the page begins anew unless a cursor is given. */
export function writeAddress(from: QueueAddress, change: Partial<QueueAddress> = {}): string {
  const { view, saved, q, sort, group, columns, cursor } = { ...from, cursor: null, ...change }
  const query = new URLSearchParams({ view: saved ?? view })
  if (q || (q === '' && saved)) query.set('q', q)
  if (sort) query.set('sort', sort)
  if (group) query.set('group', group)
  if (columns) query.set('columns', columns.join(',') || 'none')
  if (cursor) query.set('cursor', cursor)
  return `/tickets?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

const pick = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null

function listed(text: string | null): readonly QueueColumn[] | null {
  const asked = text?.split(',')
  return asked ? queueColumns.filter((name) => asked.includes(name)) : null
}
