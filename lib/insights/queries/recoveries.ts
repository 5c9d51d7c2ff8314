import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { db } from '@/db'
import { recoveries, tickets } from '@/db/schema'
import { count, countWhere } from '@/db/sql'
import type { Category } from '@/db/words/surveys'
import type { Period } from '@/lib/kit/period'
import type { Tried } from '../recovery'
import { type Scope, ticketsIn } from './scope'

export type TriedAt = Tried & { touchpointId: string | null }

/** How the resolved tickets of a span of days went, by touchpoint and class of the first answer; the last round counts. */
export async function triedByPlace(scope: Scope, period: Period): Promise<TriedAt[]> {
  const last = sql`(select max(x.round) from ${recoveries} x where x.ticket_id = ${tickets.id} and x.cancelled_at is null)`
  const { score, answeredAt, deliveredAt, sentAt } = recoveries
  const change = sql`${score} - ${tickets.score}`
  const sum = (value: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)
  const rows = await db
    .select({
      touchpointId: tickets.touchpointId,
      first: tickets.category,
      resolved: count(),
      delivered: countWhere(sql`${deliveredAt} is not null or ${answeredAt} is not null`),
      promoters: countWhere(sql`${score} >= 9`),
      passives: countWhere(sql`${score} between 7 and 8`),
      detractors: countWhere(sql`${score} <= 6`),
      waiting: countWhere(
        sql`${answeredAt} is null and ${tickets.status} = 'resolved' and (${sentAt} is not null or ${tickets.askAt} is not null)`,
      ),
      sum: sum(change),
      squares: sum(sql`(${change}) * (${change})`),
    })
    .from(tickets)
    .leftJoin(
      recoveries,
      and(eq(recoveries.ticketId, tickets.id), isNull(recoveries.cancelledAt), eq(recoveries.round, last)),
    )
    .where(
      and(
        ticketsIn(scope, period),
        ne(tickets.status, 'discarded'),
        isNotNull(tickets.category),
        or(isNotNull(tickets.resolvedAt), isNotNull(recoveries.id)),
      ),
    )
    .groupBy(tickets.touchpointId, tickets.category)
  return rows.map((row) => ({ ...row, first: row.first as Category }))
}
