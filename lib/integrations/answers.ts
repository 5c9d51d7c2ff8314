import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import { db } from '@/db'
import { causes, responseReasons, responses, surveys, tickets, touchpoints } from '@/db/schema'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import { refuse } from '@/lib/kit/refusal'
import type { Category } from '@/lib/surveys/shared'

export type AnswerFilters = {
  survey?: string | undefined
  touchpoint?: string | undefined
  category?: Category | undefined
  /** Local days of the organization, both included. */
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit: number
}

type Found = Awaited<ReturnType<typeof select>>[number]
export type Answered = Found & { reasons: string[] }

/** Answers that count, newest first. Refuses `input.invalid` for a survey or touchpoint that is not there. */
export async function listAnswers(filters: AnswerFilters): Promise<Page<Answered>> {
  const [surveyId, touchpointId] = await Promise.all([
    filters.survey === undefined ? undefined : idOf('survey', filters.survey),
    filters.touchpoint === undefined ? undefined : idOf('touchpoint', filters.touchpoint),
  ])
  const [millis, last] = decodeCursor(filters.cursor) ?? []
  const at = typeof millis === 'number' ? new Date(millis) : null
  const rows = await select(
    and(
      isNull(responses.voidAt),
      surveyId ? eq(responses.surveyId, surveyId) : undefined,
      touchpointId ? eq(responses.touchpointId, touchpointId) : undefined,
      filters.category ? eq(responses.category, filters.category) : undefined,
      ...daysBetween(filters),
      at && typeof last === 'string'
        ? or(lt(responses.submittedAt, at), and(eq(responses.submittedAt, at), lt(responses.id, last)))
        : undefined,
    ),
    filters.limit + 1,
  )
  const page = pageOf(rows, filters.limit, ({ response }) => [response.submittedAt.getTime(), response.id])
  return { ...page, data: await withReasons(page.data) }
}

/** One answer, void or not. Refuses `response.unknown`. */
export async function answerById(id: string): Promise<Answered> {
  const [answer] = await withReasons(await select(eq(responses.id, id), 1))
  return answer ?? refuse('response.unknown')
}

const select = (where: SQL | undefined, limit: number) =>
  db
    .select({ response: responses, survey: surveys.slug, touchpoint: touchpoints.slug, ticket: tickets.number })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(where)
    .orderBy(desc(responses.submittedAt), desc(responses.id))
    .limit(limit)

// The index knows instants: the widest that the days can be in any zone, then the day itself.
const daysBetween = ({ from, to }: AnswerFilters): (SQL | undefined)[] => [
  from ? gte(responses.submittedAt, new Date(Date.parse(from) - 14 * 3_600_000)) : undefined,
  from ? gte(responses.day, from) : undefined,
  to ? lt(responses.submittedAt, new Date(Date.parse(to) + 36 * 3_600_000)) : undefined,
  to ? lte(responses.day, to) : undefined,
]

async function withReasons(rows: Found[]): Promise<Answered[]> {
  const ids = rows.map(({ response }) => response.id)
  const chosen = await db
    .select({ of: responseReasons.responseId, slug: causes.slug })
    .from(responseReasons)
    .innerJoin(causes, eq(causes.id, responseReasons.causeId))
    .where(inArray(responseReasons.responseId, ids))
    .orderBy(asc(responseReasons.position))
  return rows.map((row) => ({
    ...row,
    reasons: chosen.filter(({ of }) => of === row.response.id).map(({ slug }) => slug),
  }))
}

async function idOf(kind: 'survey' | 'touchpoint', slug: string): Promise<string> {
  const table = kind === 'survey' ? surveys : touchpoints
  const [row] = await db.select({ id: table.id }).from(table).where(eq(table.slug, slug)).limit(1)
  if (row) return row.id
  return refuse('input.invalid', {}, [{ path: `query.${kind}`, code: `${kind}.unknown`, message: `no such ${kind}` }])
}
