import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { causes, customers, responseReasons, responses, surveys } from '@/db/schema'
import { after, hours } from '@/lib/kit/clock'
import { openToken } from '@/lib/kit/seal'
import type { ResponseRow } from './response'

/** Hours for which a customer may change an answer. */
export const changeHours = 24

/** A customer's own answer, as the page that thanks them shows it. */
export type OwnAnswer = Pick<
  ResponseRow,
  | 'id'
  | 'kind'
  | 'score'
  | 'category'
  | 'solved'
  | 'comment'
  | 'commentType'
  | 'contactAllowed'
  | 'ticketId'
  | 'revision'
  | 'language'
  | 'receivedAt'
> & {
  survey: { slug: string; kind: string }
  reasons: string[]
  touchpointId: string | null
  hasAddress: boolean
  /** Until when it may be changed. */
  until: Date
}

/** The answer that a `change` token names, voided ones aside; null for a word that is not ours. */
export async function answerByToken(token: string): Promise<OwnAnswer | null> {
  const id = openToken('change', token)
  return id ? ownAnswer(id) : null
}

/** An answer as its customer may see it. The caller has checked that it is theirs. */
export async function ownAnswer(id: string): Promise<OwnAnswer | null> {
  const [found] = await db
    .select({ response: responses, survey: { slug: surveys.slug, kind: surveys.kind }, email: customers.emailKey })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(customers, eq(customers.id, responses.customerId))
    .where(eq(responses.id, id))
    .limit(1)
  if (!found || found.response.voidAt) return null
  const reasons = await db
    .select({ slug: causes.slug })
    .from(responseReasons)
    .innerJoin(causes, eq(causes.id, responseReasons.causeId))
    .where(eq(responseReasons.responseId, id))
    .orderBy(responseReasons.position)
  const { response, survey, email } = found
  return {
    ...response,
    survey,
    reasons: reasons.map(({ slug }) => slug),
    hasAddress: email !== null,
    until: after(response.receivedAt, hours(changeHours)),
  }
}

/** The answer that a form of the open link was stored as, if it was. */
export async function answerOfForm(word: string): Promise<string | null> {
  const [found] = await db
    .select({ id: responses.id })
    .from(responses)
    .where(eq(responses.idempotency, `link:${word}`))
    .limit(1)
  return found?.id ?? null
}
