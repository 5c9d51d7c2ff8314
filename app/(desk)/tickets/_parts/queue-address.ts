import { type Sort, sorts, type View, views } from '@/lib/tickets/shared'

/** What the queue shows, as its address says it: everything that was chosen stands in the URL, so that Back brings it back. */
export type QueueAddress = {
  view: View
  /** Values by field; several of one field are alternatives. */
  filters: Partial<Record<FilterField, string[]>>
  q: string | null
  sort: Sort
  grouped: boolean
  cursor: string | null
}

export { sorts }
export const filterFields = [
  'touchpoint',
  'team',
  'assignee',
  'category',
  'priority',
  'status',
  'channel',
  'overdue',
] as const
export type FilterField = (typeof filterFields)[number]

type Search = Record<string, string | string[] | undefined>

/** Reads the address; what it does not understand it leaves out. */
export function readAddress(search: Search): QueueAddress {
  const one = (name: string) => [search[name]].flat()[0] ?? null
  const filters: QueueAddress['filters'] = {}
  for (const field of filterFields) {
    const values = [search[field]].flat().flatMap((text) => text?.split(',') ?? [])
    if (values.some(Boolean)) filters[field] = values.filter(Boolean)
  }
  const q = one('q')
  return {
    view: pick(views, one('view')) ?? (q !== null || Object.keys(filters).length > 0 ? 'all' : 'open'),
    filters,
    q,
    sort: pick(sorts, one('sort')) ?? 'due',
    grouped: one('group') !== 'none',
    cursor: one('cursor'),
  }
}

/** The address of the queue after a change; the page begins anew unless a cursor is given. */
export function writeAddress(from: QueueAddress, change: Partial<QueueAddress> = {}): string {
  const { view, filters, q, sort, grouped, cursor } = { ...from, cursor: null, ...change }
  const query = new URLSearchParams({ view })
  for (const field of filterFields) if (filters[field]?.length) query.set(field, filters[field].join(','))
  if (q) query.set('q', q)
  if (sort !== 'due') query.set('sort', sort)
  if (!grouped) query.set('group', 'none')
  if (cursor) query.set('cursor', cursor)
  return `/tickets?${query.toString().replaceAll('%2C', ',')}`
}

/** The same view with one value of a field more, or less. */
export function toggled(from: QueueAddress, field: FilterField, value: string): QueueAddress['filters'] {
  const has = from.filters[field] ?? []
  const values = has.includes(value) ? has.filter((one) => one !== value) : [...has, value]
  return { ...from.filters, [field]: values }
}

const pick = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null
