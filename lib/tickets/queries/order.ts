import { and, asc, desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { decodeCursor, encodeCursor } from '@/lib/kit/page'
import type { Sort } from '../views'
import type { Partition } from './conditions'

/** Where one ticket stands in the order of a list. */
export type Place = { id: string; key: number | null }

// A list has two halves: tickets that have what it sorts by, and behind them the rest in the order of their opening.
type Half = { column: 'nextDueAt' | 'score' | null; descending: boolean }

function halvesOf(sort: Sort, partitions: Partition[]): Half[] {
  if (sort === 'newest' || sort === 'oldest') return [{ column: null, descending: sort === 'newest' }]
  const ended = partitions.some(({ settled }) => settled)
  if (sort === 'lowest')
    return [
      { column: 'score', descending: false },
      { column: null, descending: ended },
    ]
  return [
    { column: 'nextDueAt', descending: false },
    { column: null, descending: ended },
  ]
}

/** The first `count` places after a cursor. */
export async function placesOf(partitions: Partition[], sort: Sort, cursor: string | undefined, count: number) {
  const halves = halvesOf(sort, partitions)
  const [at, key, id] = decodeCursor(cursor) ?? []
  const begin = typeof at === 'number' && typeof id === 'string' ? { half: at, key, id } : null
  const found: { place: Place; cursor: string }[] = []
  for (const [number, half] of halves.entries()) {
    if (begin && number < begin.half) continue
    const after =
      begin?.half === number ? { id: begin.id, key: typeof begin.key === 'number' ? begin.key : null } : null
    const absent = half.column === null && halves.length > 1 ? halves[0]?.column : null
    const places = await read(partitions, half, absent ?? null, after, count - found.length)
    found.push(...places.map((place) => ({ place, cursor: encodeCursor([number, place.key, place.id]) })))
    if (found.length >= count) break
  }
  return found
}

// One short range read for each part, merged: each uses an index in its own order and stops after `count` rows.
async function read(
  partitions: Partition[],
  { column, descending }: Half,
  absent: Half['column'],
  after: Place | null,
  count: number,
): Promise<Place[]> {
  const parts = column === 'nextDueAt' ? partitions.filter(({ settled }) => !settled) : partitions
  if (parts.length === 0 || count <= 0) return []
  const key = column ? tickets[column] : null
  const order = descending ? desc(tickets.id) : asc(tickets.id)
  const selects = parts.map(({ where, settled }) => {
    const unset = absent ? isNull(tickets[absent]) : settled && !column ? isNull(tickets.nextDueAt) : undefined
    return db
      .select({ id: tickets.id, key: (key ? sql`${key}` : sql`null`).as('key') })
      .from(tickets)
      .where(and(where, key ? isNotNull(key) : unset, after ? beyond(key, descending, after) : undefined))
      .orderBy(...(key ? [asc(key), order] : [order]))
      .limit(count)
  })
  const union = sql.join(
    selects.map((select, at) => sql`select * from ${select} as ${sql.raw(`part_${at}`)}`),
    sql` union all `,
  )
  const found = sql<number | null>`key`
  const rows = await db
    .select({ id: sql<string>`id`, key: found })
    .from(sql`(${union}) as parts`)
    .orderBy(...(key ? [asc(found)] : []), descending ? sql`id desc` : sql`id asc`)
    .limit(count)
  return rows.map((row) => ({ id: row.id, key: row.key === null ? null : Number(row.key) }))
}

function beyond(key: (typeof tickets)['nextDueAt' | 'score'] | null, descending: boolean, after: Place): SQL {
  if (!key) return descending ? sql`${tickets.id} < ${after.id}` : sql`${tickets.id} > ${after.id}`
  return sql`(${key}, ${tickets.id}) > (${after.key}, ${after.id})`
}
