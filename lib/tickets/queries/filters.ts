import type { Category, Channel } from '@/db/words/surveys'
import type { Priority, TicketStatus } from '@/db/words/tickets'
import type { FieldName } from '../grammar/fields'
import type { Test } from '../grammar/query'

/** What a program may ask of the queue. Several values of one field are alternatives; ids and slugs are both understood. */
export type QueueFilters = {
  status?: readonly TicketStatus[] | undefined
  team?: readonly string[] | undefined
  touchpoint?: readonly string[] | undefined
  /** Ids or e-mails of people, `me`, `none`. */
  assignee?: readonly string[] | undefined
  priority?: readonly Priority[] | undefined
  category?: readonly Category[] | undefined
  channel?: readonly Channel[] | undefined
  language?: readonly string[] | undefined
  /** Lowest and highest score, both included. */
  score?: { from?: number | undefined; to?: number | undefined } | undefined
  rootCause?: readonly string[] | undefined
  /** True: some clock that runs is over. */
  overdue?: boolean | undefined
  contactAllowed?: boolean | undefined
  /** Words of comment, customer, title, messages, or a number. */
  q?: string | undefined
}

/** The same in the queue's grammar, all of which must hold. */
export function testsOfFilters(filters: QueueFilters): Test[] {
  const any = (field: FieldName, values: readonly string[] | undefined): Test[] =>
    values ? [{ field, operator: 'any', values: [...values] }] : []
  const { score, contactAllowed } = filters
  return [
    ...any('status', filters.status),
    ...any('team', filters.team),
    ...any('touchpoint', filters.touchpoint),
    ...any('owner', filters.assignee),
    ...any('priority', filters.priority),
    ...any('band', filters.category),
    ...any('channel', filters.channel),
    ...any('language', filters.language),
    ...any('cause', filters.rootCause),
    ...(score?.from === undefined ? [] : [{ field: 'score', operator: 'over', values: [String(score.from)] } as Test]),
    ...(score?.to === undefined ? [] : [{ field: 'score', operator: 'under', values: [String(score.to)] } as Test]),
    ...(filters.overdue ? [{ field: 'overdue', operator: 'is', values: [] } as Test] : []),
    ...any('contact', contactAllowed === undefined ? undefined : [contactAllowed ? 'yes' : 'no']),
  ]
}
