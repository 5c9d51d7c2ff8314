import { and, between, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { responses, tallyCuts, tallyDays } from '@/db/schema'
import type { Channel } from '@/db/words/surveys'
import { addDays, type Period } from '@/lib/kit/period'
import { type Counts, noCounts, plus } from '../nps'
import { startOf } from '../span'
import { type Scope, within } from './scope'

/** Answers by class, of two spans of equal length. */
export type Twice = { now: Counts; before: Counts }
export const nothingTwice: Twice = { now: noCounts, before: noCounts }

type Days = typeof tallyDays | typeof tallyCuts

/**
 * Answers of two adjoining spans by touchpoint ('' names none): read from the tallies, so the cost does not grow with the
 * answers. Only where two cuts are asked for at once are the answers themselves read, by index.
 */
export async function countsByPlace(scope: Scope, now: Period, before: Period): Promise<Map<string, Twice>> {
  const rows = await (scope.cuts.length > 1 ? fromAnswers(scope, now, before) : fromTallies(scope, now, before))
  return new Map(rows.filter(({ id }) => within(scope, id)).map(({ id, ...row }) => [id, twiceOf(row)]))
}

export const totalOf = (all: Iterable<Twice>): Twice =>
  [...all].reduce((sum, one) => ({ now: plus(sum.now, one.now), before: plus(sum.before, one.before) }), nothingTwice)

/** Whether the answers themselves are read rather than their tallies. */
export const readsAnswers = (scope: Scope): boolean => scope.cuts.length > 1

function fromTallies(scope: Scope, now: Period, before: Period) {
  const [cut] = scope.cuts
  const table = cut ? tallyCuts : tallyDays
  return db
    .select({ id: table.touchpointId, ...sums(now, bandsOf(table), table.day) })
    .from(table)
    .where(tallied(scope, { from: before.from, to: now.to }, table))
    .groupBy(table.touchpointId)
}

/** The tally rows of a scope and span. */
export function tallied(scope: Scope, { from, to }: Period, table: Days): SQL | undefined {
  const [cut] = scope.cuts
  return and(
    cut ? and(eq(tallyCuts.cut, cut.cut), eq(tallyCuts.value, cut.value)) : undefined,
    between(table.day, from, to),
    scope.surveyId ? eq(table.surveyId, scope.surveyId) : undefined,
  )
}

type Bands = { promoters: SQL; passives: SQL; detractors: SQL }

export const bandsOf = (t: Days): Bands => ({
  promoters: sql`${t.s9} + ${t.s10}`,
  passives: sql`${t.s7} + ${t.s8}`,
  detractors: sql`${t.s0} + ${t.s1} + ${t.s2} + ${t.s3} + ${t.s4} + ${t.s5} + ${t.s6}`,
})

function fromAnswers(scope: Scope, now: Period, before: Period) {
  const is = (band: string) => sql`case when ${responses.category} = ${band} then 1 else 0 end`
  const bands = { promoters: is('promoter'), passives: is('passive'), detractors: is('detractor') }
  const id = sql<string>`coalesce(${responses.touchpointId}, '')`
  return db
    .select({ id, ...sums(now, bands, responses.day) })
    .from(responses)
    .where(answered(scope, { from: before.from, to: now.to }))
    .groupBy(responses.touchpointId)
}

/** The answers of a scope and span, by the index on their time. */
export function answered(scope: Scope, { from, to }: Period): SQL | undefined {
  const value = (cut: string) => scope.cuts.find((one) => one.cut === cut)?.value
  const [channel, language, segment] = [value('channel'), value('language'), value('segment')]
  return and(
    gte(responses.submittedAt, startOf(from, scope.zone)),
    lt(responses.submittedAt, startOf(addDays(to, 1), scope.zone)),
    eq(responses.kind, 'answer'),
    sql`${responses.voidAt} is null`,
    scope.surveyId ? eq(responses.surveyId, scope.surveyId) : undefined,
    channel ? eq(responses.channel, channel as Channel) : undefined,
    language ? eq(responses.language, language) : undefined,
    segment ? eq(responses.segment, segment) : undefined,
  )
}

type Day = typeof tallyDays.day | typeof tallyCuts.day | typeof responses.day

function sums(now: Period, bands: Bands, day: Day) {
  const late = (value: SQL) =>
    sql<number>`sum(case when ${day} >= ${now.from} then ${value} else 0 end)`.mapWith(Number)
  const early = (value: SQL) =>
    sql<number>`sum(case when ${day} < ${now.from} then ${value} else 0 end)`.mapWith(Number)
  return {
    promoters: late(bands.promoters),
    passives: late(bands.passives),
    detractors: late(bands.detractors),
    promotersBefore: early(bands.promoters),
    passivesBefore: early(bands.passives),
    detractorsBefore: early(bands.detractors),
  }
}

type Row = Record<keyof ReturnType<typeof sums>, number>

const twiceOf = (row: Row): Twice => ({
  now: { promoters: row.promoters, passives: row.passives, detractors: row.detractors },
  before: { promoters: row.promotersBefore, passives: row.passivesBefore, detractors: row.detractorsBefore },
})
