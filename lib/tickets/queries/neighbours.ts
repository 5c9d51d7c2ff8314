import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { customers, tickets } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { type Grouping, sortOf } from '../views'
import { capped } from './capped'
import { conditionOf } from './conditions'
import { partsOf } from './counts'
import { type Group, listed } from './list'
import { countBefore, halvesOf, type List, type Spot, walk } from './order'
import { questionOf } from './question'
import type { QueueAsk } from './queue'

export type Neighbours = {
  /** From 1; null when the ticket is not in the list, or more than `neighbourCap` stand before it. */
  position: number | null
  /** How many there are, at most `neighbourCap`. */
  total: number
  previous: number | null
  next: number | null
}

/** A list is counted this far. */
export const neighbourCap = 500

/**
 * Where a ticket stands in a list of the queue, and the numbers of the tickets before and after it: one step each way from
 * its place. For a ticket that is not in the list `next` is the list's first.
 */
export async function ticketNeighbours(
  actor: Actor,
  ask: Omit<QueueAsk, 'cursor' | 'limit'>,
  id: string,
  now: Date,
): Promise<Neighbours> {
  const { view = 'open', group = 'due' } = ask
  const question = await questionOf(actor, { ...ask, view }, now)
  const sort = ask.sort ?? (question.words ? 'newest' : sortOf(view))
  const [{ list, groups }, parts] = await Promise.all([listed(question, sort, group), partsOf(question)])
  const spot = await spotOf(id, conditionOf(question), list, groups, group)
  const [total, before, previous, next] = await Promise.all([
    totalOf(parts),
    spot ? countBefore(list, spot, neighbourCap) : neighbourCap,
    spot ? walk(list, spot, 1, true) : [],
    walk(list, spot, 1),
  ])
  const numbers = await numbersOf([...previous, ...next].map((one) => one.id))
  const numberOf = ([one]: Spot[]) => numbers.get(one?.id ?? '') ?? null
  return {
    position: before < neighbourCap ? before + 1 : null,
    total,
    previous: numberOf(previous),
    next: numberOf(next),
  }
}

async function totalOf(parts: (SQL | undefined)[]): Promise<number> {
  const [row] = await db.select({ n: capped(parts, neighbourCap) }).from(sql`(select 1) as one`)
  return Number(row?.n ?? 0)
}

// Its place by what the list sorts by; null when the list does not hold it.
async function spotOf(
  id: string,
  condition: SQL | undefined,
  list: List,
  groups: Group[],
  group: Grouping,
): Promise<Spot | null> {
  const [row] = await db
    .select({
      ...{ nextDueAt: tickets.nextDueAt, score: tickets.score, spoke: tickets.customerSpokeAt },
      ...{ value: customers.annualValue, status: tickets.status, team: tickets.teamId },
      ...{ owner: tickets.assigneeId, touchpoint: tickets.touchpointId },
    })
    .from(tickets)
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .where(and(eq(tickets.id, id), condition))
  if (!row) return null
  const keys = halvesOf(list).map(({ key }) => (key === null ? null : (row[key]?.valueOf() ?? undefined)))
  const half = keys.findIndex((key) => key !== undefined)
  const among = group === 'due' || group === 'none' ? 0 : groups.findIndex(({ value }) => value === row[group])
  return among < 0 ? null : { group: among, half, key: keys[half] ?? null, id }
}

async function numbersOf(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: tickets.id, number: tickets.number }).from(tickets).where(inArray(tickets.id, ids))
  return new Map(rows.map(({ id, number }) => [id, number]))
}
