import { type AnyColumn, and, asc, desc, eq, exists, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { customers, tickets } from '@/db/schema'
import { count } from '@/db/sql'
import type { Sort } from '../views'
import type { Partition } from './conditions'
import { no } from './truth'

/** Where one ticket stands in the order of a list: in which of its groups, in which half, and by what. */
export type Spot = { group: number; half: number; key: number | null; id: string }

/** A list in order: its groups one after the other, each in the order of `sort`. */
export type List = {
  groups: { partitions: Partition[] }[]
  sort: Sort
  /** Ended tickets are in it: those with nothing to sort by come newest first. */
  ended: boolean
}

type Key = 'nextDueAt' | 'score' | 'spoke' | 'value'
// A list has two halves: tickets that have what it sorts by, and behind them the rest in the order of their opening.
type Half = { key: Key | null; descending: boolean; without: Key | null }

/** The halves of a sort, in order. */
export function halvesOf({ sort, ended }: Pick<List, 'sort' | 'ended'>): Half[] {
  if (sort === 'newest' || sort === 'oldest') return [{ key: null, descending: sort === 'newest', without: null }]
  const key = ({ due: 'nextDueAt', lowest: 'score', spoke: 'spoke', value: 'value' } as const)[sort]
  const descending = sort === 'spoke' || sort === 'value'
  return [
    { key, descending, without: null },
    { key: null, descending: descending || ended, without: key },
  ]
}

/** The first `count` places after `from`, or before it, nearest first; from the beginning, or the end, without one. */
export async function walk(list: List, from: Spot | null, count: number, back = false): Promise<Spot[]> {
  const found: Spot[] = []
  for (const { partitions, group, half, number, after } of stepsOf(list, from, back)) {
    const places = await read({ partitions, half, after, count: count - found.length, back })
    found.push(...places.map((place) => ({ group, half: number, ...place })))
    if (found.length >= count) break
  }
  return found
}

/** How many stand before a place, at most `most`. */
export async function countBefore(list: List, place: Spot, most: number): Promise<number> {
  let sum = 0
  for (const { partitions, half, after } of stepsOf(list, place, true)) {
    const union = unionOf({ partitions, half, after, count: most - sum, back: true })
    const whole = union && sql`(select * from (${union}) as parts limit ${most - sum}) as before`
    const [row] = whole ? await db.select({ n: count() }).from(whole) : []
    sum += row?.n ?? 0
    if (sum >= most) break
  }
  return sum
}

// The parts of a list that lie on the way, nearest first; in the one where `from` stands only what is beyond it.
function stepsOf(list: List, from: Spot | null, back: boolean) {
  const halves = halvesOf(list)
  const steps = list.groups.flatMap(({ partitions }, group) =>
    halves.map((half, number) => ({ partitions, group, half, number })),
  )
  return (back ? steps.reverse() : steps).flatMap((step) => {
    const along = from ? Math.sign(step.group - from.group) || Math.sign(step.number - from.half) : 1
    if (from && (back ? along > 0 : along < 0)) return []
    return [{ ...step, after: from && along === 0 ? from : null }]
  })
}

/** What a sort reads of each ticket. */
export const keyOf = (key: Key | null): SQL => (key ? sql`${columns[key]}` : sql`null`)

const columns: Record<Key, AnyColumn> = {
  ...{ nextDueAt: tickets.nextDueAt, score: tickets.score },
  ...{ spoke: tickets.customerSpokeAt, value: customers.annualValue },
}

type Place = Pick<Spot, 'id' | 'key'>

type Reading = { partitions: Partition[]; half: Half; after: Place | null; count: number; back: boolean }

async function read(reading: Reading): Promise<Place[]> {
  const union = unionOf(reading)
  if (!union) return []
  const { half, count, back } = reading
  const order = half.descending === back ? asc : desc
  const found = sql<number | null>`key`
  const rows = await db
    .select({ id: sql<string>`id`, key: found })
    .from(sql`(${union}) as parts`)
    .orderBy(...(half.key ? [order(found)] : []), order(sql`id`))
    .limit(count)
  return rows.map((row) => ({ id: row.id, key: row.key === null ? null : Number(row.key) }))
}

// One short range read for each part, merged: each uses an index in its own order and stops after `count` rows.
function unionOf({ partitions, half: { key, descending, without }, after, count, back }: Reading): SQL | null {
  const parts = key === 'nextDueAt' ? partitions.filter(({ settled }) => !settled) : partitions
  if (parts.length === 0 || count <= 0) return null
  const down = descending !== back
  const order = down ? desc : asc
  const selects = parts.map(({ where, settled }) => {
    const unset = without ? lacking(without) : settled && !key ? isNull(tickets.nextDueAt) : undefined
    const its = and(where, key ? isNotNull(columns[key]) : unset, after ? beyond(key, down, after) : undefined)
    const shown = { id: tickets.id, key: keyOf(key).as('key') }
    const by = key ? [order(columns[key]), order(tickets.id)] : [order(tickets.id)]
    // The customers lead, by what they are worth: a cross join keeps that order.
    return key === 'value'
      ? db
          .select(shown)
          .from(customers)
          .crossJoin(tickets)
          .where(and(isNotNull(tickets.customerId), eq(tickets.customerId, customers.id), its))
          .orderBy(...by)
          .limit(count)
      : db
          .select(shown)
          .from(tickets)
          .where(its)
          .orderBy(...by)
          .limit(count)
  })
  return sql.join(
    selects.map((select, at) => sql`select * from ${select} as ${sql.raw(`part_${at}`)}`),
    sql` union all `,
  )
}

// Nothing to sort by: no such value, or no customer to have one.
function lacking(key: Key): SQL {
  if (key !== 'value') return isNull(columns[key])
  const valued = and(eq(customers.id, tickets.customerId), isNotNull(customers.annualValue))
  return no(exists(db.select({ one: sql`1` }).from(customers).where(valued)))
}

function beyond(key: Key | null, down: boolean, after: Place): SQL {
  const sign = sql.raw(down ? '<' : '>')
  return key
    ? sql`(${columns[key]}, ${tickets.id}) ${sign} (${after.key}, ${after.id})`
    : sql`${tickets.id} ${sign} ${after.id}`
}
