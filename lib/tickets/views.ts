import { openStatuses, type TicketStatus } from '@/db/words/tickets'

/** The queue's views, in the order of the day. */
export const views = [
  'triage',
  'mine',
  'unassigned',
  'overdue',
  'today',
  'waiting',
  'asking',
  'open',
  'resolved',
  'closed',
  'all',
] as const
export type View = (typeof views)[number]
export const sorts = ['due', 'newest', 'oldest', 'lowest'] as const
export type Sort = (typeof sorts)[number]

/** What a view means: which statuses, whose, and due until when. */
export type ViewTable = {
  statuses?: readonly TicketStatus[]
  open?: boolean
  assignee?: 'me' | 'none'
  due?: 'now' | 'today'
  /** Only what the reader's teams own: what they merely help with is not theirs to take. */
  owned?: boolean
}

export const viewTable: Record<View, ViewTable> = {
  triage: { statuses: ['new'], owned: true },
  mine: { open: true, assignee: 'me' },
  unassigned: { open: true, assignee: 'none', owned: true },
  overdue: { open: true, due: 'now' },
  today: { open: true, due: 'today' },
  waiting: { statuses: ['waiting_customer', 'waiting_third_party'] },
  asking: { statuses: ['resolved'] },
  open: { open: true },
  resolved: { statuses: ['resolved'] },
  closed: { statuses: ['closed'] },
  all: {},
}

/** Whether all of these statuses are open, all settled, or some of each. */
export function opennessOf(statuses: readonly TicketStatus[]): boolean | undefined {
  const open = statuses.filter((status) => (openStatuses as readonly TicketStatus[]).includes(status)).length
  if (open === statuses.length) return true
  return open === 0 ? false : undefined
}
