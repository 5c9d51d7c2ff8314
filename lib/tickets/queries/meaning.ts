import {
  type AnyColumn,
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { db } from '@/db'
import { tickets, ticketTags } from '@/db/schema'
import { openStatuses } from '@/db/words/tickets'
import { slugOf } from '@/lib/kit/text'
import type { FieldName, FlagName } from '../grammar/fields'
import { isGroup, type Query, type Test } from '../grammar/query'
import { flagMeaning } from './flags'
import { spanOf } from './instants'
import { causeIds, everyTeam, peopleIds, surveyIds, touchpointIds, touchpointsOfStages } from './names'
import type { Reader } from './reader'
import { commentMeaning, contactMeaning, customerMeaning, slaMeaning, stageMeaning } from './surrounding'
import { never, no, oneOf } from './truth'
import { valueMeaning } from './worth'

/** What a question asks of a ticket, as one condition; undefined when it asks for nothing. */
export async function queryMeaning(
  { join, parts }: Pick<Query, 'join' | 'parts'>,
  reader: Reader,
): Promise<SQL | undefined> {
  const told = await Promise.all(
    parts.map(async (part) => {
      if (!isGroup(part)) return testMeaning(part, reader)
      const tests = await Promise.all(part.tests.map((test) => testMeaning(test, reader)))
      return part.join === 'or' ? or(...tests) : and(...tests)
    }),
  )
  return join === 'or' ? or(...told) : and(...told)
}

/** What one test asks of a ticket. A name that nobody bears is met by no ticket. */
export async function testMeaning(test: Test, reader: Reader): Promise<SQL> {
  const turned = test.operator === 'not' || test.operator === 'none'
  const meant = await fieldMeaning(turned ? { ...test, operator: 'any' } : test, reader)
  return turned ? no(meant) : meant
}

function fieldMeaning(test: Test, reader: Reader): SQL | Promise<SQL> {
  const column = columns[test.field]
  if (column && test.operator === 'empty') return isNull(column)
  if (column && test.operator === 'set') return isNotNull(column)
  const meaning = meanings[test.field]
  return meaning ? meaning(test, reader) : flagMeaning(test.field as FlagName, reader)
}

// Fields that are a column of the ticket: having none is the column's having none.
const columns: Partial<Record<FieldName, AnyColumn>> = {
  ...{ score: tickets.score, band: tickets.category, touchpoint: tickets.touchpointId },
  ...{ 'journey-stage': tickets.touchpointId, survey: tickets.surveyId, channel: tickets.channel },
  ...{ owner: tickets.assigneeId, cause: tickets.rootCauseId, segment: tickets.segment },
  ...{ spoke: tickets.customerSpokeAt, due: tickets.nextDueAt },
}

type Meaning = (test: Test, reader: Reader) => SQL | Promise<SQL>

const coded =
  (column: AnyColumn): Meaning =>
  ({ values }) =>
    oneOf(column, bare(values), values.includes('none'))
const named =
  (column: AnyColumn, find: (refs: string[]) => Promise<string[]>): Meaning =>
  async ({ values }) =>
    oneOf(column, await find(bare(values)), values.includes('none'))

const meanings: Partial<Record<FieldName, Meaning>> = {
  status: ({ values }) => oneOf(tickets.status, statusesOf(values)),
  stage: ({ values }) => stageMeaning(values),
  score: scoreMeaning,
  band: coded(tickets.category),
  touchpoint: named(tickets.touchpointId, touchpointIds),
  'journey-stage': named(tickets.touchpointId, touchpointsOfStages),
  survey: named(tickets.surveyId, surveyIds),
  channel: coded(tickets.channel),
  team: named(tickets.teamId, teamIds),
  owner: async ({ values }, { actor }) => {
    const ids = await peopleIds(actor, values)
    return oneOf(tickets.assigneeId, ids.filter(Boolean), ids.includes(''))
  },
  tag: tagMeaning,
  cause: named(tickets.rootCauseId, causeIds),
  sla: ({ values }, { now }) => slaMeaning(values, now),
  contact: ({ values }) => contactMeaning(values),
  segment: ({ values }) => oneOf(tickets.segment, bare(values).flatMap(spellings), values.includes('none')),
  value: (test) => valueMeaning(test),
  language: coded(tickets.language),
  priority: coded(tickets.priority),
  created: instantMeaning(tickets.receivedAt),
  spoke: instantMeaning(tickets.customerSpokeAt),
  due: instantMeaning(tickets.nextDueAt),
  comment: (test) => commentMeaning(test),
  customer: (test) => customerMeaning(test),
}

// Segments are the customer's own words: small, large and capital letters mean the same.
const spellings = (value: string): string[] => {
  const [small, large] = [value.toLowerCase(), value.toUpperCase()]
  return [...new Set([value, small, large, large.slice(0, 1) + small.slice(1)])]
}

/** The statuses that codes stand for: `open` for the first five. */
export const statusesOf = (values: readonly string[]): string[] => [
  ...new Set(values.flatMap((value) => (value === 'open' ? [...openStatuses] : [value]))),
]

function scoreMeaning({ operator, values }: Test): SQL {
  const [from = 0, to = from] = values.map(Number)
  if (operator === 'over') return gte(tickets.score, from)
  if (operator === 'under') return lte(tickets.score, from)
  if (operator === 'between') return and(gte(tickets.score, from), lte(tickets.score, to)) ?? never
  const numbers = bare(values).map(Number)
  const listed = numbers.length > 0 ? inArray(tickets.score, numbers) : undefined
  return or(listed, values.includes('none') ? isNull(tickets.score) : undefined) ?? never
}

function tagMeaning({ operator, values }: Test): SQL {
  const tags = bare(values).flatMap((value) => [value, slugOf(value)])
  const holding = (its?: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(ticketTags)
        .where(and(eq(ticketTags.ticketId, tickets.id), its)),
    )
  const some = holding()
  if (operator === 'set') return some
  if (operator === 'empty') return no(some)
  const listed = tags.length > 0 ? holding(inArray(ticketTags.tag, tags)) : never
  return values.includes('none') ? (or(listed, no(some)) ?? never) : listed
}

// A value is a day of the reader's, so "until a day" holds that day; a point in time is its own beginning and end.
function instantMeaning(column: (typeof tickets)['receivedAt' | 'customerSpokeAt' | 'nextDueAt']): Meaning {
  return ({ operator, values: [first = 'now', second = first] }, { now, zone }) => {
    const from = spanOf(first, now, zone)
    const to = spanOf(operator === 'between' ? second : first, now, zone)
    const until = to.from < to.to ? lt(column, to.to) : lte(column, to.to)
    if (operator === 'over') return and(isNotNull(column), gte(column, from.from)) ?? never
    if (operator === 'under') return and(isNotNull(column), until) ?? never
    return and(isNotNull(column), gte(column, from.from), until) ?? never
  }
}

async function teamIds(refs: string[]): Promise<string[]> {
  return (await everyTeam()).filter(({ id, slug }) => refs.includes(id) || refs.includes(slug)).map(({ id }) => id)
}

const bare = (values: string[]): string[] => values.filter((value) => value !== 'none')
