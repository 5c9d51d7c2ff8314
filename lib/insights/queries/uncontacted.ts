import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/db'
import { responses, tickets } from '@/db/schema'
import type { Period } from '@/lib/kit/period'
import { type Mean, meanOf } from '../rate'
import { type Scope, ticketsIn } from './scope'

const newest = 1_000

/**
 * The change by itself, for comparison: detractors whom nobody contacted and who answered some later survey, second score
 * less first. Of the newest thousand such tickets, so that the cost has an end.
 */
export async function liftUncontacted(scope: Scope, period: Period): Promise<Mean | null> {
  // Written out: in a select from one table drizzle leaves the table's name off, and the inner one would be meant.
  const next = sql<number | null>`(
    select r.score from ${responses} r
    where r.customer_id = tickets.customer_id and r.kind = 'answer' and r.void_at is null
      and r.submitted_at > tickets.received_at
    order by r.submitted_at limit 1)`
  const rows = await db
    .select({ first: tickets.score, next })
    .from(tickets)
    .where(
      and(
        ticketsIn(scope, period),
        eq(tickets.category, 'detractor'),
        isNull(tickets.firstContactAt),
        isNotNull(tickets.customerId),
      ),
    )
    .orderBy(desc(tickets.receivedAt))
    .limit(newest)
  const changes = rows.flatMap(({ first, next: second }) =>
    first === null || second === null ? [] : [Number(second) - first],
  )
  return meanOf(
    changes.length,
    changes.reduce((sum, change) => sum + change, 0),
    changes.reduce((sum, change) => sum + change * change, 0),
  )
}
