import { openStatuses, type TicketStatus } from '@/db/words/tickets'

/** The queue's views, in the order of the day. */
export const views = [
  'triage',
  'mine',
  'unassigned',
  'overdue',
  'today',
  'waiting',
  'snoozed',
  'asking',
  'mentions',
  'open',
  'resolved',
  'closed',
  'all',
] as const
export type View = (typeof views)[number]
/** `value`: what the customer is worth a year, most first. `spoke`: the customer's last message, newest first. */
export const sorts = ['due', 'newest', 'oldest', 'lowest', 'value', 'spoke'] as const
export type Sort = (typeof sorts)[number]
/** `due` leaves the order as it is; the others put the tickets of one value together. */
export const groupings = ['due', 'none', 'touchpoint', 'owner', 'team', 'status'] as const
export type Grouping = (typeof groupings)[number]

/** What a view means: which statuses, whose, and due until when. */
export type ViewTable = {
  statuses?: readonly TicketStatus[]
  open?: boolean
  assignee?: 'me' | 'none'
  due?: 'now' | 'today'
  /** Only what the reader's teams own: what they merely help with is not theirs to take. */
  owned?: boolean
  /** `awake`: what is snoozed stays away until its time. */
  rest?: 'awake' | 'snoozed' | 'mentioned'
  /** Its order, where that is not the next due first. */
  sort?: Sort
}

export const viewTable: Record<View, ViewTable> = {
  triage: { statuses: ['new'], owned: true, rest: 'awake' },
  mine: { open: true, assignee: 'me', rest: 'awake' },
  unassigned: { open: true, assignee: 'none', owned: true, rest: 'awake' },
  overdue: { open: true, due: 'now' },
  today: { open: true, due: 'today', rest: 'awake' },
  waiting: { statuses: ['waiting_customer', 'waiting_third_party'], rest: 'awake' },
  snoozed: { rest: 'snoozed' },
  asking: { statuses: ['resolved'] },
  mentions: { rest: 'mentioned', sort: 'newest' },
  open: { open: true },
  resolved: { statuses: ['resolved'] },
  closed: { statuses: ['closed'] },
  all: {},
}

/** What a view shows, said in the queue's grammar: what saving it begins with. */
export const viewText: Record<View, string> = {
  triage: 'status:new -is:snoozed',
  mine: 'status:open -is:snoozed is:mine',
  unassigned: 'status:open -is:snoozed is:unassigned',
  overdue: 'is:overdue',
  today: 'status:open due:<=today -is:snoozed',
  waiting: 'status:waiting_customer,waiting_third_party -is:snoozed',
  snoozed: 'is:snoozed',
  asking: 'status:resolved',
  mentions: 'is:mentioned',
  open: 'status:open',
  resolved: 'status:resolved',
  closed: 'status:closed',
  all: '',
}

/** The order of a view where the reader chose none. */
export const sortOf = (view: View): Sort => viewTable[view].sort ?? 'due'

/** Whether all of these statuses are open, all settled, or some of each. */
export function opennessOf(statuses: readonly TicketStatus[]): boolean | undefined {
  const open = statuses.filter((status) => (openStatuses as readonly TicketStatus[]).includes(status)).length
  if (open === statuses.length) return true
  return open === 0 ? false : undefined
}
