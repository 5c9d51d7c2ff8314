import type { Band } from '@/app/_ui/band'
import type { ClockState } from '@/app/_ui/clock'
import type { LoopStep } from '@/app/_ui/loop-bar'
import type { Priority, TicketStatus } from '@/lib/tickets/shared'

/** One ticket as the queue shows it: everything written out for the reader, nothing left to work out in the browser. */
export type RowView = {
  id: string
  number: number
  version: number
  href: string
  /** The whole row as one hears it: score, words, customer, touchpoint, owner, clock. */
  reading: string
  score: { value: number; band: Band; word: string } | null
  words: string
  unread: boolean
  customer: { id: string; name: string } | null
  status: { code: TicketStatus; word: string }
  priority: Priority
  touchpoint: { id: string; name: string } | null
  owner: { id: string; name: string } | null
  team: { id: string; name: string } | null
  tags: string[]
  /** Until when it sleeps, written out; null while it is awake. */
  snoozed: string | null
  loop: { states: LoopStep['state'][]; label: string; verdict: { value: number; band: Band; word: string } | null }
  due: { state: ClockState; text: string; share: number } | { band: Band | null; text: string } | null
  time: { iso: string; text: string; exact: string }
  flags: { kind: FlagKind; text: string }[]
  /** The head it stands under; null where rows are not gathered. */
  head: { key: string; name: string } | null
}

export type FlagKind =
  | ('again' | 'reopened' | 'bounced' | 'noContact' | 'noAddress' | 'escalated' | 'urgent')
  | ('attention' | 'merged' | 'snoozed')
export type Group = 'late' | 'today' | 'later' | 'waiting' | 'done'

/** A name to choose from. */
export type Choice = { id: string; name: string; note?: string | undefined; group?: string | undefined }

/** Everything that a picker of this page offers. */
export type Choices = Record<
  'people' | 'teams' | 'statuses' | 'priorities' | 'touchpoints' | 'causes' | 'tags',
  Choice[]
>

/** What can be changed on one ticket or on many by choosing from a list. */
export type ChangeKind = 'assignee' | 'team' | 'status' | 'priority' | 'touchpoint' | 'rootCause' | 'tag'
/** Every change that the list makes by itself. */
export type DeedKind = ChangeKind | 'untag' | 'snooze' | 'wake' | 'unread'
