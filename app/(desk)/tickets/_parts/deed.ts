import type { ChangeKind } from './row-view'

/** What can be done on a ticket, asked for by a key, a button or the address, done by whichever part of the page does it. */
export const deeds = [
  'reply',
  'note',
  'call',
  'whatsapp',
  'resolve',
  'reopen',
  'discard',
  'snooze',
  'macro',
  'tags',
  'merge',
  'split',
  'askAgain',
  'watch',
  'unread',
  'task',
  'gesture',
  'helpers',
] as const
export type TicketDeed = (typeof deeds)[number]
/** A property to choose anew is asked for like any other deed. */
export type Deed = TicketDeed | `change:${ChangeKind}`
export type Mode = 'reply' | 'note'
