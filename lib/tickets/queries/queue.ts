import { and, desc, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { searchTickets } from '@/db/search'
import type { Actor } from '@/lib/identity/shared'
import { decodeCursor, encodeCursor, type Page } from '@/lib/kit/page'
import { fold } from '@/lib/kit/text'
import type { Sort, View } from '../views'
import { conditionOf, partitionsOf } from './conditions'
import { placesOf } from './order'
import { type Question, type QueueFilters, questionOf } from './question'
import { type QueueRow, rowsOf } from './row'

export type QueueAsk = {
  view?: View | undefined
  filters?: QueueFilters | undefined
  sort?: Sort | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/**
 * One page of the queue, as far as the actor sees tickets; its cost does not grow with their number. Words (`filters.q`)
 * are found newest first, whatever the sort. Refuses `identity.forbidden` for those who read no tickets.
 */
export async function queuePage(actor: Actor, ask: QueueAsk, now: Date): Promise<Page<QueueRow>> {
  const { ids, nextCursor } = await idsOf(actor, ask, now)
  return { data: await rowsOf(ids, now), nextCursor }
}

/** The same page as ids only: for moving from ticket to ticket. */
export async function idsOf(
  actor: Actor,
  ask: QueueAsk,
  now: Date,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const { view = 'open', filters = {}, sort = 'due', cursor, limit = 50 } = ask
  const question = await questionOf(actor, view, filters, now)
  const words = filters.q?.trim()
  const found = words
    ? await byWords(question, words, cursor, limit + 1)
    : (await placesOf(partitionsOf(question), sort, cursor, limit + 1)).map((one) => ({
        id: one.place.id,
        cursor: one.cursor,
      }))
  return {
    ids: found.slice(0, limit).map(({ id }) => id),
    nextCursor: found.length > limit ? (found[limit - 1]?.cursor ?? null) : null,
  }
}

const searched = 200
const mostRounds = 25

// Candidates come newest first from the index of words; those that the question excludes are passed over.
async function byWords(question: Question, words: string, cursor: string | undefined, count: number) {
  const found: { id: string; cursor: string }[] = []
  const condition = conditionOf(question)
  let [below] = decodeCursor(cursor) ?? []
  if (typeof below !== 'number') {
    const exact = /^#?(\d{1,9})$/.exec(words)?.[1]
    if (exact) found.push(...(await matching([Number(exact)], condition)))
    below = 2_147_483_647
  }
  for (let round = 0; round < mostRounds && found.length < count; round++) {
    const numbers = await searchTickets(fold(words), searched, Number(below))
    if (numbers.length === 0) break
    found.push(...(await matching(numbers, condition)).filter(({ id }) => found.every((one) => one.id !== id)))
    below = numbers.at(-1) ?? 0
  }
  return found.slice(0, count)
}

async function matching(numbers: number[], condition: ReturnType<typeof conditionOf>) {
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(and(inArray(tickets.number, numbers), condition))
    .orderBy(desc(tickets.number))
  return rows.map(({ id, number }) => ({ id, cursor: encodeCursor([number]) }))
}
