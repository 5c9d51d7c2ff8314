import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { db } from '@/db'
import { customers, tickets, ticketTags } from '@/db/schema'
import { searchTickets } from '@/db/search'
import { fold, slugOf } from '@/lib/kit/text'
import type { FieldName } from '../grammar/fields'
import type { Test } from '../grammar/query'
import { testMeaning } from './meaning'
import type { Question } from './question'
import type { Reader } from './reader'
import { valueRange } from './worth'

/** So few tickets are looked up one by one and put in order; where there are more, an index is walked in its order. */
const most = 500
/** So many hits of a search are put in the order that was asked for; of more the newest come first. */
export const mostHits = 1_000

/**
 * A short list that holds every ticket of the question, found by the index of one of its tests; null where none is short.
 * `tooMany`: it asks for words that more tickets hold than can be put in order; the list has the newest of them.
 */
export async function fewOf({ words, tests, reader }: Question): Promise<{ few: SQL | null; tooMany: boolean }> {
  if (words) {
    const numbers = await searchTickets(fold(words), mostHits + 1)
    return { few: inArray(tickets.number, numbers.slice(0, mostHits)), tooMany: numbers.length > mostHits }
  }
  for (const test of tests) {
    const ids = await idsBy(test, reader)
    if (ids && ids.length <= most) return { few: inArray(tickets.id, ids), tooMany: false }
  }
  return { few: null, tooMany: false }
}

const narrowing = ['is', 'any', 'over', 'under', 'between']

// At most one id more than would be few.
async function idsBy(test: Test, reader: Reader): Promise<string[] | null> {
  const has = test.operator === 'set' && ['cause', 'segment', 'spoke', 'value', 'tag'].includes(test.field)
  if ((!has && !narrowing.includes(test.operator)) || test.values.includes('none')) return null
  const find = ways[test.field]
  if (!find) return null
  return (await find(test, reader)).map(({ id }) => id)
}

type Way = (test: Test, reader: Reader) => PromiseLike<{ id: string }[]>

const byMeaning: Way = async (test, reader) =>
  db
    .select({ id: tickets.id })
    .from(tickets)
    .where(await testMeaning(test, reader))
    .limit(most + 1)

const byTag: Way = ({ values }) =>
  db
    .selectDistinct({ id: ticketTags.ticketId })
    .from(ticketTags)
    .where(
      values.length > 0
        ? inArray(
            ticketTags.tag,
            values.flatMap((value) => [value, slugOf(value)]),
          )
        : undefined,
    )
    .limit(most + 1)

const byValue: Way = (test) =>
  db
    .select({ id: tickets.id })
    .from(customers)
    // A cross join keeps this order: the few customers lead.
    .crossJoin(tickets)
    .where(and(valueRange(test), isNotNull(tickets.customerId), eq(tickets.customerId, customers.id)))
    .limit(most + 1)

// Fields that an index of tickets, or of what belongs to them, answers.
const ways: Partial<Record<FieldName, Way>> = {
  ...{ customer: byMeaning, comment: byMeaning, created: byMeaning, spoke: byMeaning, snoozed: byMeaning },
  ...{ watched: byMeaning, mentioned: byMeaning, escalated: byMeaning, reopened: byMeaning, attention: byMeaning },
  ...{ repeat: byMeaning, cause: byMeaning, segment: byMeaning, tag: byTag, value: byValue },
}
