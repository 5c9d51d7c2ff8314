import { and, desc, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { searchTickets } from '@/db/search'
import { encodeCursor } from '@/lib/kit/page'
import { fold } from '@/lib/kit/text'
import { conditionOf } from './conditions'
import type { Question } from './question'

const searched = 200
const mostRounds = 25

/** Id of the ticket whose number was typed, if it is one that the question holds. */
export async function exactly(question: Question): Promise<string | null> {
  const number = /^#?(\d{1,9})$/.exec(question.words)?.[1]
  const [found] = number ? await matching([Number(number)], question) : []
  return found?.id ?? null
}

/** Tickets that hold the words, newest first: candidates from the index of words, without those that the question excludes. */
export async function byNewest(question: Question, cursor: (string | number | null)[] | null, count: number) {
  const found: { id: string; cursor: string }[] = []
  let below = typeof cursor?.[0] === 'number' ? cursor[0] : 2_147_483_647
  for (let round = 0; round < mostRounds && found.length < count; round++) {
    const numbers = await searchTickets(fold(question.words), searched, below)
    if (numbers.length === 0) break
    found.push(...(await matching(numbers, question)))
    below = numbers.at(-1) ?? 0
  }
  return found.slice(0, count)
}

async function matching(numbers: number[], question: Question) {
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(and(inArray(tickets.number, numbers), conditionOf(question)))
    .orderBy(desc(tickets.number))
  return rows.map(({ id, number }) => ({ id, cursor: encodeCursor([number]) }))
}
