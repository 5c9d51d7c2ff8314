import { type AnyColumn, and, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import { db } from '@/db'
import { letters, responses, surveys, tickets, touchpoints } from '@/db/schema'
import { type Actor, demand, scopeOf } from '@/lib/identity/shared'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import { Refusal } from '@/lib/kit/refusal'
import { customerById } from './queries'

/** One thing that happened with a customer. */
export type HistoryLine = { id: string; at: Date } & (
  | {
      kind: 'response'
      survey: string
      score: number
      category: string
      touchpoint: string | null
      comment: string | null
      ticketId: string | null
    }
  | {
      kind: 'ticket'
      number: number
      status: string
      touchpoint: string | null
      outcome: string | null
      verdictScore: number | null
    }
  | { kind: 'letter'; letter: string; state: string; ticketId: string | null }
)

type Before = (at: AnyColumn, id: AnyColumn) => SQL | undefined

/** Answers, tickets and letters of one person, newest first, a page at a time. For who sees all teams. Refuses `customer.unknown`. */
export async function customerHistory(
  actor: Actor,
  id: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number },
): Promise<Page<HistoryLine>> {
  demand(actor, 'customers.read')
  if (!scopeOf(actor).all) throw new Refusal('identity.forbidden', { permission: 'customers.edit' })
  await customerById(actor, id)
  const [millis, last] = decodeCursor(cursor) ?? []
  const before: Before = (at, own) =>
    typeof millis === 'number' && typeof last === 'string'
      ? or(lt(at, new Date(millis)), and(eq(at, new Date(millis)), lt(own, last)))
      : undefined
  const lines = await Promise.all([
    answers(id, before, limit + 1),
    cases(id, before, limit + 1),
    mail(id, before, limit + 1),
  ])
  const sorted = lines.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  return pageOf(sorted.slice(0, limit + 1), limit, (line) => [line.at.getTime(), line.id])
}

async function answers(customerId: string, before: Before, limit: number): Promise<HistoryLine[]> {
  const { id, submittedAt, score, category, comment, ticketId } = responses
  return db
    .select({
      id,
      at: submittedAt,
      survey: surveys.slug,
      score,
      category,
      touchpoint: touchpoints.slug,
      comment,
      ticketId,
    })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(and(eq(responses.customerId, customerId), before(submittedAt, id)))
    .orderBy(desc(submittedAt), desc(id))
    .limit(limit)
    .then((rows) => rows.map((row) => ({ kind: 'response', ...row })))
}

async function cases(customerId: string, before: Before, limit: number): Promise<HistoryLine[]> {
  const { id, createdAt, number, status, outcome, verdictScore } = tickets
  return db
    .select({ id, at: createdAt, number, status, touchpoint: touchpoints.slug, outcome, verdictScore })
    .from(tickets)
    .leftJoin(touchpoints, eq(touchpoints.id, tickets.touchpointId))
    .where(and(eq(tickets.customerId, customerId), before(createdAt, id)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
    .then((rows) => rows.map((row) => ({ kind: 'ticket', ...row })))
}

async function mail(customerId: string, before: Before, limit: number): Promise<HistoryLine[]> {
  const { id, createdAt, kind, state, ticketId } = letters
  return db
    .select({ id, at: createdAt, letter: kind, state, ticketId })
    .from(letters)
    .where(and(eq(letters.customerId, customerId), before(createdAt, id)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
    .then((rows) => rows.map((row) => ({ kind: 'letter', ...row })))
}
