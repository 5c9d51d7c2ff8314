import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { slaClocks, tickets } from '@/db/schema'
import { count, countWhere } from '@/db/sql'
import type { Period } from '@/lib/kit/period'
import { type Scope, ticketsIn, ticketsOf } from './scope'

const closeDays = 30 * 86_400_000

/** What became of the tickets whose answer came in a span of days, by touchpoint. */
export type LoopCounts = {
  touchpointId: string | null
  /** Without the discarded. */
  opened: number
  /** Of these, closed within 30 days of opening. */
  closed: number
  /** Of the opened, those that may still be closed within their 30 days. */
  young: number
  /** Answers of detractors whose contact target was met; and those whose target was met or has run out. */
  inTarget: number
  due: number
  /** Answers of detractors that have a ticket. */
  ticketed: number
}

/** Counts by index on the time of receipt, added up by the database. */
export function loopCounts(scope: Scope, period: Period, now: Date): Promise<LoopCounts[]> {
  const detractor = sql`${tickets.category} = 'detractor'`
  const over = sql`(${slaClocks.state} in ('met', 'stopped') or (${slaClocks.state} = 'running' and ${slaClocks.dueAt} <= cast(${now.getTime()} as bigint)))`
  const stands = sql`${tickets.status} <> 'discarded'`
  const answers = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(${tickets.answers}) filter (where ${detractor} and ${condition}), 0)`.mapWith(Number)
  return db
    .select({
      touchpointId: tickets.touchpointId,
      opened: countWhere(stands),
      closed: countWhere(
        sql`${stands} and ${tickets.closedAt} - ${tickets.receivedAt} <= ${sql.raw(String(closeDays))}`,
      ),
      young: countWhere(
        sql`${stands} and ${tickets.closedAt} is null and ${tickets.receivedAt} > cast(${now.getTime() - closeDays} as bigint)`,
      ),
      inTarget: answers(sql`${stands} and ${slaClocks.state} = 'met'`),
      due: answers(sql`${stands} and ${over}`),
      ticketed: answers(sql`1 = 1`),
    })
    .from(tickets)
    .leftJoin(slaClocks, and(eq(slaClocks.ticketId, tickets.id), eq(slaClocks.kind, 'first_contact')))
    .where(ticketsIn(scope, period))
    .groupBy(tickets.touchpointId)
}

export type Standing = { touchpointId: string | null; open: number; overdue: number }

/** The tickets that stand open now, whenever they came, and how many of them are past due. */
export const standingNow = (scope: Scope, now: Date): Promise<Standing[]> =>
  db
    .select({
      touchpointId: tickets.touchpointId,
      open: count(),
      overdue: countWhere(sql`${tickets.nextDueAt} < cast(${now.getTime()} as bigint)`),
    })
    .from(tickets)
    .where(and(eq(tickets.open, true), ticketsOf(scope)))
    .groupBy(tickets.touchpointId)
