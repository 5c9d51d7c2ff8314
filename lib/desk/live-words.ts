import type { Doing } from '@/db/words/desk'
import type { BulkProgress } from './bulk-input'

/** Somebody at a ticket. */
export type Present = { id: string; name: string; doing: Doing }

/** A ticket that changed: which facts (without `ticket.`), the version it stands at, and whether it was oneself. */
export type TicketChanged = { id: string; kinds: string[]; version: number; mine: boolean }

/** What `/live` tells, by name of the event; never a customer's words. */
export type LiveEvents = {
  /** `many`: too many to name; look at the list anew. */
  tickets: { tickets: TicketChanged[]; many: boolean }
  /** Who is at a ticket now, oneself left out; nobody when they went. */
  presence: { ticket: string; people: Present[] }
  /** Of each view, capped. */
  counts: Record<string, { total: number; late: number }>
  /** Unseen notices. */
  notices: { unseen: number }
  bulk: BulkProgress
  /** The stream ends and is not to be opened again by itself: the session or the right is gone, or there are too many. */
  end: { reason: 'session' | 'right' | 'many' }
}
