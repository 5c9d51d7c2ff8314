import type { QueueAsk } from '@/lib/tickets'
import { parseQuery, type Query } from '@/lib/tickets/shared'
import type { QueueAddress } from './queue-address'
import type { Grouping } from './queue-look'

/** What the address asks of the queue; what the grammar does not understand is looked for as words. */
export function askOf({ view, q, sort, group, cursor }: QueueAddress): QueueAsk & { query?: Query; group?: Grouping } {
  return {
    view,
    sort: sort ?? 'due',
    cursor: cursor ?? undefined,
    ...(group && { group }),
    ...(q?.trim() && { query: parseQuery(q).query }),
  }
}
