import { categories, channels } from '@/lib/surveys/shared'
import type { QueueAsk } from '@/lib/tickets'
import { priorities, ticketStatuses } from '@/lib/tickets/shared'
import type { QueueAddress } from './queue-address'

/** What the address asks of the queue; words that no field knows fall away. */
export function askOf({ view, filters, q, sort, cursor }: QueueAddress): QueueAsk {
  const known = <T extends string>(words: readonly T[], values: string[] | undefined) => {
    const found = words.filter((word) => values?.includes(word))
    return found.length > 0 ? found : undefined
  }
  return {
    view,
    sort,
    cursor: cursor ?? undefined,
    filters: {
      status: known(ticketStatuses, filters.status),
      priority: known(priorities, filters.priority),
      category: known(categories, filters.category),
      channel: known(channels, filters.channel),
      team: filters.team,
      touchpoint: filters.touchpoint,
      assignee: filters.assignee,
      overdue: filters.overdue ? true : undefined,
      q: q?.trim() || undefined,
    },
  }
}
