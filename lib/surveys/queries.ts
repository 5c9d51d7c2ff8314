import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { invitations, surveys, surveyVersions, tallyDays, touchpoints } from '@/db/schema'
import { count, sumOf } from '@/db/sql'
import type { InvitationState } from '@/db/words/surveys'
import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { findSurvey } from './find'
import { openStates } from './invitation'
import type { SurveyRow } from './survey'

/** One survey of the list. `answers` counts what is valid today; recovery answers apart from all others. */
export type SurveyLine = Pick<SurveyRow, 'id' | 'slug' | 'name' | 'names' | 'kind' | 'status' | 'languages'> & {
  touchpoint: { slug: string; name: string; names: Record<string, string> } | null
  answers: number
  invitations: number
}

/** Every survey, live ones first. Names and counts only: whoever is signed in, and every key, may read it. */
export async function listSurveys(_actor: Actor): Promise<SurveyLine[]> {
  const scores = Array.from({ length: 11 }, (_, at) => sql.raw(`s${at}`))
  const [rows, answered, invited] = await Promise.all([
    db
      .select({ survey: surveys, touchpoint: touchpoints })
      .from(surveys)
      .leftJoin(touchpoints, eq(touchpoints.id, surveys.touchpointId))
      .orderBy(asc(surveys.createdAt), asc(surveys.id)),
    db
      .select({ surveyId: tallyDays.surveyId, answers: sumOf(sql.join(scores, sql` + `)) })
      .from(tallyDays)
      .groupBy(tallyDays.surveyId),
    db
      .select({ surveyId: invitations.surveyId, state: invitations.state, invitations: count() })
      .from(invitations)
      .groupBy(invitations.surveyId, invitations.state),
  ])
  const answers = new Map(answered.map((row) => [row.surveyId, row.answers]))
  const order = { live: 0, draft: 1, closed: 2 }
  return rows
    .map(({ survey, touchpoint }) => {
      const its = invited.filter((row) => row.surveyId === survey.id)
      const completed = its.find((row) => row.state === 'completed')?.invitations ?? 0
      return {
        ...survey,
        touchpoint,
        answers: survey.kind === 'recovery' ? completed : (answers.get(survey.id) ?? 0),
        invitations: its.reduce((sum, row) => sum + row.invitations, 0),
      }
    })
    .sort((a, b) => order[a.status] - order[b.status])
}

/** One survey as the people who look after it see it. */
export type SurveyDetail = SurveyRow & { touchpoint: string | null; versions: { version: number; createdAt: Date }[] }

/** A survey with its versions, newest first. Refuses `identity.forbidden`, `survey.unknown`. */
export async function surveyBySlug(actor: Actor, slug: string): Promise<SurveyDetail> {
  demand(actor, 'surveys.edit')
  const survey = (await findSurvey(slug)) ?? refuse('survey.unknown', { slug })
  const versions = await db
    .select({ version: surveyVersions.version, createdAt: surveyVersions.createdAt })
    .from(surveyVersions)
    .where(eq(surveyVersions.surveyId, survey.id))
    .orderBy(desc(surveyVersions.version))
  const [touchpoint] = survey.touchpointId
    ? await db.select({ slug: touchpoints.slug }).from(touchpoints).where(eq(touchpoints.id, survey.touchpointId))
    : []
  return { ...survey, touchpoint: touchpoint?.slug ?? null, versions }
}

/** Invitations by what became of them; an open one past its end counts as expired. The sum is the invitations made. */
export type Disposition = { state: InvitationState; reason: string | null; count: number }[]

/** How the invitations of a survey stand now. Refuses `identity.forbidden`, `survey.unknown`. */
export async function dispositionOf(actor: Actor, slug: string, now: Date): Promise<Disposition> {
  demand(actor, 'figures.read')
  const survey = (await findSurvey(slug)) ?? refuse('survey.unknown', { slug })
  const over = sql<number>`case when ${invitations.expiresAt} <= ${now.getTime()} then 1 else 0 end`
  const rows = await db
    .select({ state: invitations.state, reason: invitations.reason, over: over.mapWith(Number), count: count() })
    .from(invitations)
    .where(and(eq(invitations.surveyId, survey.id)))
    .groupBy(invitations.state, invitations.reason, sql`3`)
  const sums = new Map<string, Disposition[number]>()
  for (const row of rows) {
    const state = row.over === 1 && openStates.includes(row.state) ? 'expired' : row.state
    const reason = state === 'expired' ? null : row.reason
    const key = `${state} ${reason ?? ''}`
    sums.set(key, { state, reason, count: (sums.get(key)?.count ?? 0) + row.count })
  }
  return [...sums.values()]
}
