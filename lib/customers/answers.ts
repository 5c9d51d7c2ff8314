import { asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { causes, responseReasons, responses, surveys, tickets, touchpoints } from '@/db/schema'

type Named = { slug: string; name: string; names: Record<string, string> }

/** One answer of a customer. `comment` is null without words and `hidden` when they are not this reader's. */
export type AnswerLine = {
  id: string
  kind: 'answer' | 'recovery'
  at: Date
  score: number
  category: 'detractor' | 'passive' | 'promoter'
  solved: 'yes' | 'partly' | 'no' | null
  channel: (typeof responses.$inferSelect)['channel']
  language: string
  survey: Named
  touchpoint: Named | null
  ticket: number | null
  reasons: Named[]
  comment: string | null
  hidden: boolean
  voidAt: Date | null
}

/** What decides whose words may be read: the permission, the teams, the tickets that are the reader's own. */
export type Sight = { words: boolean; scope: { all: true } | { all: false; teams: string[] }; tickets: string[] }

const most = 200

/** The newest answers of one person, newest first. */
export async function answersOf(customerId: string, sight: Sight): Promise<AnswerLine[]> {
  const rows = await db
    .select({ response: responses, survey: surveys, touchpoint: touchpoints, ticket: tickets.number })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(eq(responses.customerId, customerId))
    .orderBy(desc(responses.submittedAt), desc(responses.id))
    .limit(most)
  const reasons = await reasonsOf(rows.map(({ response }) => response.id))
  return rows.map(({ response, survey, touchpoint, ticket }) => {
    const readable = sight.words && isOwn(response.ticketId, touchpoint?.teamId ?? null, sight)
    const { id, kind, score, category, solved, channel, language, voidAt } = response
    return {
      ...{ id, kind, score, category, solved, channel, language, voidAt, ticket },
      at: response.submittedAt,
      survey: namedOf(survey),
      touchpoint: touchpoint && namedOf(touchpoint),
      reasons: reasons.get(id) ?? [],
      comment: readable ? response.comment : null,
      hidden: !readable && response.comment !== null,
    }
  })
}

function isOwn(ticketId: string | null, teamId: string | null, { scope, tickets: own }: Sight): boolean {
  if (scope.all) return true
  return (ticketId !== null && own.includes(ticketId)) || (teamId !== null && scope.teams.includes(teamId))
}

async function reasonsOf(ids: string[]): Promise<Map<string, Named[]>> {
  const rows = await db
    .select({ id: responseReasons.responseId, cause: causes })
    .from(responseReasons)
    .innerJoin(causes, eq(causes.id, responseReasons.causeId))
    .where(inArray(responseReasons.responseId, ids))
    .orderBy(asc(responseReasons.responseId), asc(responseReasons.position))
  const found = new Map<string, Named[]>()
  for (const { id, cause } of rows) found.set(id, [...(found.get(id) ?? []), namedOf(cause)])
  return found
}

const namedOf = ({ slug, name, names }: Named): Named => ({ slug, name, names })
