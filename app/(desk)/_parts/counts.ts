import { type SavedView, viewCounts, viewsFor } from '@/lib/desk'
import { permits, type UserActor } from '@/lib/identity/shared'
import { unmatchedCount } from '@/lib/inbox'
import type { Counts } from './rail'

type Waiting = { counts: Counts; saved: SavedView[]; unmatched: number }

/** How much waits in each view, how much of it is late, which views this person has beyond the house's, and mail without a ticket. */
export async function waiting(actor: UserActor, now: Date): Promise<Waiting> {
  if (!permits(actor, 'tickets.read')) return { counts: {}, saved: [], unmatched: 0 }
  const [counts, saved, unmatched] = await Promise.all([
    viewCounts(actor, now),
    viewsFor(actor),
    permits(actor, 'tickets.work') ? unmatchedCount() : 0,
  ])
  return { counts, saved, unmatched }
}
