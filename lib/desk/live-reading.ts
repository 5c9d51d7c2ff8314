import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { db } from '@/db'
import { bulkRuns, events, notices } from '@/db/schema'
import { count } from '@/db/sql'
import { after } from '@/lib/kit/clock'
import { firstIdAt } from '@/lib/kit/ids'
import type { RunRow } from './bulk-progress'

/** A fact about a ticket: its kind, which one, who. */
export type Fact = { id: string; kind: string; ticket: string; by: string | null }

/** More facts than this since the last look are not named one by one. */
export const mostFacts = 2_000
// Ids are made before they are committed: what another process was slow to commit is still found by looking back so far.
const lookBack = 5_000

/** Facts about tickets of the last seconds, newest first; the reader remembers which it knows. */
export async function latestFacts(now: Date): Promise<Fact[]> {
  const since = firstIdAt('event', after(now, -lookBack))
  return db
    .select({ id: events.id, kind: events.kind, ticket: events.subjectId, by: events.actorId })
    .from(events)
    .where(and(gt(events.id, since), eq(events.subjectKind, 'ticket')))
    .orderBy(desc(events.id))
    .limit(mostFacts)
}

/** Unseen notices of some people, by person; who has none is not in it. */
export async function unseenOf(people: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: notices.userId, n: count() })
    .from(notices)
    .where(and(inArray(notices.userId, people), isNull(notices.seenAt)))
    .groupBy(notices.userId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Runs of some people that are under way or have just ended. */
export const runsOf = (people: string[], now: Date): Promise<RunRow[]> =>
  db
    .select()
    .from(bulkRuns)
    .where(
      and(
        inArray(bulkRuns.actorId, people),
        or(inArray(bulkRuns.state, ['waiting', 'running', 'undoing']), gt(bulkRuns.endedAt, after(now, -60_000))),
      ),
    )
