import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { responses, tallyCuts, tallyDays } from '@/db/schema'
import type { Period } from '@/lib/kit/period'
import { type Counts, noCounts, plus } from '../nps'
import { weeksOf } from '../span'
import { answered, bandsOf, readsAnswers, tallied } from './counts'
import { type Scope, within } from './scope'

export type Week = Period & { counts: Counts }
type Day = { day: string; id: string } & Counts

/** Answers week by week, counted back from the last day: at one touchpoint, or in the whole scope. */
export async function weeks(scope: Scope, period: Period, touchpointId?: string): Promise<Week[]> {
  const days = (await daysOf(scope, period, touchpointId)).filter(({ id }) => within(scope, id))
  return weeksOf(period).map((week) => ({
    ...week,
    counts: days.filter(({ day }) => day >= week.from && day <= week.to).reduce<Counts>(plus, noCounts),
  }))
}

function daysOf(scope: Scope, period: Period, touchpointId: string | undefined): Promise<Day[]> {
  if (readsAnswers(scope)) return daysOfAnswers(scope, period, touchpointId)
  const table = scope.cuts.length > 0 ? tallyCuts : tallyDays
  const bands = bandsOf(table)
  const sum = (value: ReturnType<typeof sql>) => sql<number>`sum(${value})`.mapWith(Number)
  return db
    .select({
      day: table.day,
      id: table.touchpointId,
      promoters: sum(bands.promoters),
      passives: sum(bands.passives),
      detractors: sum(bands.detractors),
    })
    .from(table)
    .where(and(tallied(scope, period, table), touchpointId ? eq(table.touchpointId, touchpointId) : undefined))
    .groupBy(table.day, table.touchpointId)
    .orderBy(asc(table.day))
}

function daysOfAnswers(scope: Scope, period: Period, touchpointId: string | undefined): Promise<Day[]> {
  const is = (band: string) =>
    sql<number>`sum(case when ${responses.category} = ${band} then 1 else 0 end)`.mapWith(Number)
  return db
    .select({
      day: responses.day,
      id: sql<string>`coalesce(${responses.touchpointId}, '')`,
      promoters: is('promoter'),
      passives: is('passive'),
      detractors: is('detractor'),
    })
    .from(responses)
    .where(and(answered(scope, period), touchpointId ? eq(responses.touchpointId, touchpointId) : undefined))
    .groupBy(responses.day, responses.touchpointId)
    .orderBy(asc(responses.day))
}
