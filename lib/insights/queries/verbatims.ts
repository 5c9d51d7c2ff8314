import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { db } from '@/db'
import { responses, tickets } from '@/db/schema'
import type { Category } from '@/db/words/surveys'
import type { Period } from '@/lib/kit/period'
import { answered } from './counts'
import type { Scope } from './scope'

export type Verbatim = {
  id: string
  score: number
  category: Category
  comment: string
  language: string
  submittedAt: Date
  /** Number of the ticket that it opened or joined. */
  ticket: number | null
}

/** The newest comments about a touchpoint within a scope and span. The caller has checked that the reader may have them. */
export async function verbatimsAt(scope: Scope, period: Period, touchpointId: string, limit = 8): Promise<Verbatim[]> {
  const rows = await db
    .select({
      id: responses.id,
      score: responses.score,
      category: responses.category,
      comment: responses.comment,
      language: responses.language,
      submittedAt: responses.submittedAt,
      ticket: tickets.number,
    })
    .from(responses)
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(and(eq(responses.touchpointId, touchpointId), answered(scope, period), isNotNull(responses.comment)))
    .orderBy(desc(responses.submittedAt), desc(responses.id))
    .limit(limit)
  return rows.flatMap(({ comment, ...row }) => (comment === null ? [] : [{ ...row, comment }]))
}
