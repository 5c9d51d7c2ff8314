import { and, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { searchTickets } from '@/db/search'
import { count } from '@/db/sql'
import type { Actor } from '@/lib/identity/shared'
import { fold } from '@/lib/kit/text'
import type { View } from '../views'
import { conditionOf, countablesOf } from './conditions'
import { type QueueFilters, questionOf } from './question'

export type QueueCounts = Partial<Record<View, { total: number; late: number }>>

/** A count this high is shown as "99+". */
export const countCap = 100
const counted: View[] = ['triage', 'mine', 'unassigned', 'overdue', 'today', 'waiting', 'asking', 'open']

/** How many tickets stand in each view, and how many of them are late; each at most 100, so that the cost stays the same. */
export async function queueCounts(actor: Actor, now: Date): Promise<QueueCounts> {
  const questions = await Promise.all(
    counted.map(async (view) => ({ view, parts: countablesOf(await questionOf(actor, view, {}, now)) })),
  )
  const fields: Record<string, SQL<number>> = {}
  for (const { view, parts } of questions) {
    fields[view] = capped(parts)
    fields[`${view}Late`] = capped(parts.map((where) => and(where, lt(tickets.nextDueAt, now))))
  }
  const [row] = await db.select(fields).from(sql`(select 1) as one`)
  return Object.fromEntries(
    counted.map((view) => [view, { total: Number(row?.[view] ?? 0), late: Number(row?.[`${view}Late`] ?? 0) }]),
  )
}

/** How many tickets match, exactly. With words only as many as are found among the newest thousand. */
export async function ticketCount(
  actor: Actor,
  ask: { view?: View; filters?: QueueFilters },
  now: Date,
): Promise<number> {
  const { view = 'all', filters = {} } = ask
  const condition = conditionOf(await questionOf(actor, view, filters, now))
  const words = filters.q?.trim()
  const found = words ? await searchTickets(fold(words), 1_000) : null
  if (found?.length === 0) return 0
  const numbers = found ? sql`${tickets.number} in ${found}` : undefined
  const [row] = await db.select({ n: count() }).from(tickets).where(and(condition, numbers))
  return row?.n ?? 0
}

// Each part stops at the cap by itself; together they are cut to it.
function capped(parts: (SQL | undefined)[]): SQL<number> {
  if (parts.length === 0) return sql<number>`0`
  const selects = parts.map(
    (where, at) =>
      sql`select * from ${db
        .select({ one: sql`1`.as('one') })
        .from(tickets)
        .where(where)
        .limit(countCap)} as ${sql.raw(`part_${at}`)}`,
  )
  return sql<number>`(select count(*) from (select * from (${sql.join(selects, sql` union all `)}) as parts limit ${countCap}) as capped)`
}
