import { and, asc, desc, eq, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { customers, responses, suppressions, surveys, touchpoints } from '@/db/schema'
import type { TicketRow } from '../row'
import { reasonsOf } from './row'

export type Named = { id: string; name: string; names: Record<string, string> }

/** An answer on a ticket, with the customer's own words. */
export type Answered = Pick<
  typeof responses.$inferSelect,
  | 'id'
  | 'kind'
  | 'score'
  | 'category'
  | 'comment'
  | 'commentType'
  | 'channel'
  | 'language'
  | 'contactAllowed'
  | 'solved'
  | 'submittedAt'
  | 'receivedAt'
  | 'revision'
  | 'voidAt'
> & { survey: Named & { slug: string; kind: string }; reasons: Named[] }

/** Who the customer is and how to reach them. */
export type CustomerCard = Omit<typeof customers.$inferSelect, 'folded' | 'emailKey' | 'factsAt' | 'version'> & {
  /** Why their address gets nothing automatic; null when it does. */
  suppressed: string | null
}

export type EarlierScore = Pick<
  typeof responses.$inferSelect,
  'id' | 'score' | 'category' | 'submittedAt' | 'ticketId'
> & {
  touchpoint: (Named & { slug: string }) | null
}

const most = 24

/** The answers that a ticket holds, the first one first. */
export async function answersOf(ticketId: string): Promise<Answered[]> {
  const rows = await db
    .select({
      response: responses,
      survey: { id: surveys.id, slug: surveys.slug, name: surveys.name, names: surveys.names, kind: surveys.kind },
    })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .where(eq(responses.ticketId, ticketId))
    .orderBy(asc(responses.receivedAt), asc(responses.id))
    .limit(most)
  const reasons = await reasonsOf(rows.map(({ response }) => response.id))
  return rows.map(({ response, survey }) => ({ ...told(response), survey, reasons: reasons.get(response.id) ?? [] }))
}

/** The customer's card, or null. */
export async function customerCard(id: string | null): Promise<CustomerCard | null> {
  if (!id) return null
  const [row] = await db
    .select({ customer: customers, suppressed: suppressions.reason })
    .from(customers)
    .leftJoin(suppressions, eq(suppressions.addressKey, customers.emailKey))
    .where(eq(customers.id, id))
  if (!row) return null
  const { folded: _folded, emailKey: _emailKey, factsAt: _factsAt, version: _version, ...card } = row.customer
  return { ...card, suppressed: row.suppressed }
}

/** What else the customer scored, before and after, without void answers. */
export async function earlierScores({ id, customerId }: TicketRow): Promise<EarlierScore[]> {
  if (!customerId) return []
  const rows = await db
    .select({
      id: responses.id,
      score: responses.score,
      category: responses.category,
      submittedAt: responses.submittedAt,
      ticketId: responses.ticketId,
      touchpoint: { id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names },
    })
    .from(responses)
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(
      and(
        eq(responses.customerId, customerId),
        isNull(responses.voidAt),
        or(isNull(responses.ticketId), ne(responses.ticketId, id)),
      ),
    )
    .orderBy(desc(responses.submittedAt))
    .limit(most)
  return rows.reverse()
}

function told(row: typeof responses.$inferSelect) {
  const { id, kind, score, category, comment, commentType, channel, language, contactAllowed, solved } = row
  const { submittedAt, receivedAt, revision, voidAt } = row
  const words = { comment, commentType, channel, language, contactAllowed, solved }
  return { id, kind, score, category, ...words, submittedAt, receivedAt, revision, voidAt }
}
