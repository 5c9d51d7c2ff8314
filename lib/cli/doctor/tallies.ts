import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db'
import { responseReasons, responses, tallyCuts, tallyDays, tallyReasons } from '@/db/schema'
import { count } from '@/db/sql'
import type { Look } from '../doctor'

type Counts = Map<string, number>

const scores = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10'] as const
const counted = and(eq(responses.kind, 'answer'), isNull(responses.voidAt))
const place = sql<string>`coalesce(${responses.touchpointId}, '')`

/** Counts every response again and compares: a figure on the board is never other than the answers behind it. */
export const tallies: Look = async ({ t }) => {
  const pairs: [Counts, Counts][] = [
    [await countedDays(), await talliedDays()],
    [await countedReasons(), await talliedReasons()],
  ]
  for (const cut of ['channel', 'language', 'segment'] as const)
    pairs.push([await countedCuts(cut), await talliedCuts(cut)])
  const wrong = pairs.reduce((sum, [truth, tally]) => sum + differences(truth, tally), 0)
  if (wrong > 0) return [{ level: 'wrong', what: t('cli.doctor.talliesWrong', { count: wrong }) }]
  return [{ level: 'fine', what: t('cli.doctor.tallies', { responses: await db.$count(responses, counted) }) }]
}

function differences(truth: Counts, tally: Counts): number {
  const keys = new Set([...truth.keys(), ...tally.keys()])
  return [...keys].filter((key) => (truth.get(key) ?? 0) !== (tally.get(key) ?? 0)).length
}

async function countedDays(): Promise<Counts> {
  const rows = await db
    .select({ day: responses.day, place, survey: responses.surveyId, score: responses.score, n: count() })
    .from(responses)
    .where(counted)
    .groupBy(responses.day, sql`2`, responses.surveyId, responses.score)
  return new Map(rows.map((row) => [`${row.day} ${row.place} ${row.survey} s${row.score}`, row.n]))
}

async function talliedDays(): Promise<Counts> {
  const rows = await db.select().from(tallyDays)
  return new Map(
    rows.flatMap((row) =>
      scores.map((score) => [`${row.day} ${row.touchpointId} ${row.surveyId} ${score}`, row[score]] as const),
    ),
  )
}

async function countedCuts(cut: 'channel' | 'language' | 'segment'): Promise<Counts> {
  const value = responses[cut]
  const rows = await db
    .select({ value, day: responses.day, place, survey: responses.surveyId, score: responses.score, n: count() })
    .from(responses)
    .where(and(counted, isNotNull(value), ne(value, '' as never)))
    .groupBy(value, responses.day, sql`3`, responses.surveyId, responses.score)
  return new Map(rows.map((row) => [`${row.value} ${row.day} ${row.place} ${row.survey} s${row.score}`, row.n]))
}

async function talliedCuts(cut: string): Promise<Counts> {
  const rows = await db.select().from(tallyCuts).where(eq(tallyCuts.cut, cut))
  return new Map(
    rows.flatMap((row) =>
      scores.map(
        (score) => [`${row.value} ${row.day} ${row.touchpointId} ${row.surveyId} ${score}`, row[score]] as const,
      ),
    ),
  )
}

async function countedReasons(): Promise<Counts> {
  const rows = await db
    .select({ day: responses.day, place, cause: responseReasons.causeId, category: responses.category, n: count() })
    .from(responseReasons)
    .innerJoin(responses, eq(responses.id, responseReasons.responseId))
    .where(counted)
    .groupBy(responses.day, sql`2`, responseReasons.causeId, responses.category)
  return new Map(rows.map((row) => [`${row.day} ${row.place} ${row.cause} ${row.category}s`, row.n]))
}

async function talliedReasons(): Promise<Counts> {
  const rows = await db.select().from(tallyReasons)
  const kinds = ['detractors', 'passives', 'promoters'] as const
  return new Map(
    rows.flatMap((row) =>
      kinds.map((kind) => [`${row.day} ${row.touchpointId} ${row.causeId} ${kind}`, row[kind]] as const),
    ),
  )
}
