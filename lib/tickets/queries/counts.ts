import { and, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { count } from '@/db/sql'
import type { Actor } from '@/lib/identity/shared'
import type { View } from '../views'
import { capped } from './capped'
import { besides, conditionOf, countablesOf } from './conditions'
import { fewOf } from './few'
import { type Ask, type Question, questionOf } from './question'

export type Count = { total: number; late: number }
export type QueueCounts = Partial<Record<View, Count>>

/** The views whose tickets are counted, in the order of the rail. */
export const countedViews = [
  ...([
    'triage',
    'mine',
    'unassigned',
    'overdue',
    'today',
    'waiting',
    'snoozed',
    'asking',
    'mentions',
    'open',
  ] as const),
]

/** How many tickets stand in each view, and how many of them are late; each at most 100, so that the cost stays the same. */
export const queueCounts = (actor: Actor, now: Date): Promise<QueueCounts> =>
  countsOf(actor, Object.fromEntries(countedViews.map((view) => [view, { view }])), now)

/** How many tickets each of these questions finds, and how many of them are late, in one statement; each at most 100. */
export async function countsOf<K extends string>(
  actor: Actor,
  asks: Record<K, Ask>,
  now: Date,
): Promise<Record<K, Count>> {
  const keys = Object.keys(asks) as K[]
  const parts = await Promise.all(keys.map(async (key) => partsOf(await questionOf(actor, asks[key], now))))
  const fields: Record<string, SQL<number>> = {}
  for (const [at, its] of parts.entries()) {
    fields[`total${at}`] = capped(its)
    fields[`late${at}`] = capped(its.map((where) => and(where, lt(tickets.nextDueAt, now))))
  }
  const [row] = keys.length > 0 ? await db.select(fields).from(sql`(select 1) as one`) : []
  const read = (field: string) => Number(row?.[field] ?? 0)
  return Object.fromEntries(
    keys.map((key, at) => [key, { total: read(`total${at}`), late: read(`late${at}`) }]),
  ) as Record<K, Count>
}

/**
 * How many tickets match: exactly, or up to `most`, which costs less. With words only as many as are found among the newest
 * thousand that hold them.
 */
export async function ticketCount(actor: Actor, ask: Ask, now: Date, most?: number): Promise<number> {
  const question = await questionOf(actor, ask, now)
  const parts = await partsOf(question)
  if (most !== undefined) {
    const [row] = await db.select({ n: capped(parts, most) }).from(sql`(select 1) as one`)
    return Number(row?.n ?? 0)
  }
  const whole = parts.length === 1 ? parts[0] : conditionOf(question)
  const [row] = await db.select({ n: count() }).from(tickets).where(whole)
  return row?.n ?? 0
}

/** The parts of a question that add up to it, by the shortest way. */
export async function partsOf(question: Question): Promise<(SQL | undefined)[]> {
  const { few } = await fewOf(question)
  return few ? besides(question, few).map(({ where }) => where) : countablesOf(question)
}
