import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { causes, customers, responseReasons, responses, stages, surveys, tickets, touchpoints } from '@/db/schema'
import { excerpt, fold } from '@/lib/kit/text'
import type { ResponseFacts } from './shared'

export type Answered = { id: string; at: Date; said: string; ticket: number | null; facts: ResponseFacts }

/** The last answers that count, newest first, with the facts that rules ask for. Segment and value are the customer's of today. */
export async function lastAnswers(count = 500): Promise<Answered[]> {
  const rows = await db
    .select({
      response: responses,
      survey: surveys.slug,
      touchpoint: touchpoints.slug,
      stage: stages.slug,
      annualValue: customers.annualValue,
      valueCurrency: customers.valueCurrency,
      ticket: tickets.number,
    })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .leftJoin(stages, eq(stages.id, touchpoints.stageId))
    .leftJoin(customers, eq(customers.id, responses.customerId))
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(and(eq(responses.kind, 'answer'), isNull(responses.voidAt)))
    .orderBy(desc(responses.submittedAt), desc(responses.id))
    .limit(count)
  const reasons = await reasonsOf(rows.map((row) => row.response.id))
  return rows.map(({ response, survey, touchpoint, stage, annualValue, valueCurrency, ticket }) => {
    const { id, submittedAt, score, category, channel, segment, commentType, language, contactAllowed } = response
    const comment = response.comment ?? ''
    const own = { score, category, channel, segment, commentType, language, contactAllowed, comment: fold(comment) }
    const facts = { ...own, survey, touchpoint, stage, annualValue, valueCurrency, reasons: reasons[id] ?? [] }
    return { id, at: submittedAt, said: excerpt(comment, 140), ticket, facts }
  })
}

async function reasonsOf(ids: string[]): Promise<Record<string, string[]>> {
  const rows = await db
    .select({ id: responseReasons.responseId, slug: causes.slug })
    .from(responseReasons)
    .innerJoin(causes, eq(causes.id, responseReasons.causeId))
    .where(inArray(responseReasons.responseId, ids))
  const found: Record<string, string[]> = {}
  for (const { id, slug } of rows) found[id] = [...(found[id] ?? []), slug]
  return found
}
