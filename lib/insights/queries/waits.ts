import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import type { Period } from '@/lib/kit/period'
import { type Scope, ticketsIn } from './scope'

/** Milliseconds from the answer to the first human contact, in calendar time: what the customer waited. */
export type Waits = { touchpointId: string | null; n: number; median: number; p90: number }

/** Waits of the detractors contacted so far, by touchpoint. */
export const waitsByPlace = (scope: Scope, period: Period): Promise<Waits[]> => waits(scope, period, true)

/** Waits of all of them together; null without any. */
export const waitsOfAll = async (scope: Scope, period: Period): Promise<Omit<Waits, 'touchpointId'> | null> =>
  (await waits(scope, period, false))[0] ?? null

async function waits(scope: Scope, period: Period, apart: boolean): Promise<Waits[]> {
  const wait = sql<number>`${tickets.firstContactAt} - ${tickets.receivedAt}`
  const group = apart ? sql`partition by ${tickets.touchpointId}` : sql``
  const ordered = db
    .select({
      place: apart ? sql<string | null>`${tickets.touchpointId}`.as('place') : sql<string | null>`null`.as('place'),
      wait: wait.as('wait'),
      rank: sql<number>`row_number() over (${group} order by ${wait})`.as('rank_of'),
      n: sql<number>`count(*) over (${group})`.as('n_of'),
    })
    .from(tickets)
    .where(
      and(
        ticketsIn(scope, period),
        eq(tickets.category, 'detractor'),
        isNotNull(tickets.firstContactAt),
        ne(tickets.status, 'discarded'),
      ),
    )
    .as('ordered')
  const { place, wait: length, rank, n } = ordered
  return db
    .select({
      touchpointId: place,
      n: sql<number>`max(${n})`.mapWith(Number),
      median: sql<number>`avg(${length}) filter (where ${rank} * 2 between ${n} and ${n} + 2)`.mapWith(Number),
      p90: sql<number>`min(${length}) filter (where ${rank} * 10 >= ${n} * 9)`.mapWith(Number),
    })
    .from(ordered)
    .groupBy(place)
}
