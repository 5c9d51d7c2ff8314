import type { responses } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { dayOf } from '@/lib/kit/period'
import { refuse } from '@/lib/kit/refusal'
import { type Channel, categoryOf, type ResponseInput } from './shared'
import type { Counted } from './tally'

export type ResponseRow = typeof responses.$inferSelect

/** What the snapshot knows of a survey. */
export type KnownSurvey = {
  id: string
  slug: string
  kind: string
  status: string
  version: number
  touchpointId: string | null
}
export type KnownTouchpoint = { id: string; slug: string; stageId: string; teamId: string | null; retired: boolean }

/** What the configuration says of one answer, looked up before the decision. */
export type Surroundings = {
  survey: KnownSurvey | undefined
  touchpoint: KnownTouchpoint | undefined
  causes: ({ id: string; slug: string } | undefined)[]
  timeZone: string
  contactDefault: boolean
  language: string
}

/** Where an answer came from. */
export type Source = {
  kind: 'link' | 'invitation' | 'key' | 'import'
  /** The API key's id. */
  keyId?: string
  /** Idempotency-Key of the request, or the import row's key. */
  idempotencyKey?: string
  invitationId?: string
  importId?: string
  /** Stored without ticket, clock or mail. */
  history?: boolean
}

const defaultChannel: Record<Source['kind'], Channel> = {
  link: 'web',
  invitation: 'email',
  key: 'api',
  import: 'import',
}
const ahead = 5 * 60_000

/**
 * Decides whether an answer can be taken and what row it becomes; the customer and the ticket are added later. Refuses
 * `input.invalid` with the field to blame: unknown or closed survey, unknown or retired touchpoint, unknown reason, a time
 * more than five minutes ahead.
 */
export function acceptResponse(
  source: Source,
  input: ResponseInput,
  contentHash: string | null,
  around: Surroundings,
  now: Date,
): ResponseRow {
  const { survey, touchpoint } = around
  if (!survey || survey.kind === 'recovery') return blame('survey', 'survey.unknown', 'no such survey')
  if (survey.status !== 'live' && !source.history) blame('survey', 'survey.closed', 'this survey takes no answers')
  if (input.touchpoint && !touchpoint) blame('touchpoint', 'touchpoint.unknown', 'no such touchpoint')
  around.causes.forEach((cause, at) => {
    if (!cause) blame(`reasons.${at}`, 'reason.unknown', 'no such reason')
  })
  const submittedAt = input.submittedAt ? new Date(input.submittedAt) : now
  if (submittedAt.getTime() > now.getTime() + ahead) blame('submittedAt', 'time.ahead', 'this time has not come yet')
  return {
    id: newId('response'),
    idempotency: source.idempotencyKey ? `${source.keyId ?? source.kind}:${source.idempotencyKey}` : null,
    contentHash,
    externalKey: input.externalId ? `${survey.id}:${input.externalId}` : null,
    kind: 'answer',
    surveyId: survey.id,
    surveyVersion: survey.version,
    score: input.score,
    category: categoryOf(input.score),
    touchpointId: touchpoint?.id ?? survey.touchpointId,
    channel: input.channel ?? defaultChannel[source.kind],
    language: input.language ?? input.customer?.language ?? around.language,
    segment: input.customer?.segment ?? null,
    comment: input.comment?.trim() ? input.comment : null,
    commentType: input.commentType ?? null,
    contactAllowed: input.contactAllowed ?? around.contactDefault,
    customerId: null,
    invitationId: source.invitationId ?? null,
    ticketId: null,
    solved: null,
    attributes: input.attributes ?? {},
    submittedAt,
    receivedAt: now,
    day: dayOf(submittedAt, around.timeZone),
    importId: source.importId ?? null,
    history: source.history ?? false,
    revision: 1,
    voidAt: null,
    voidReason: null,
  }
}

/** How the tallies count an answer. */
export const countedOf = (row: ResponseRow, causes: string[], by: 1 | -1): Counted => ({
  day: row.day,
  touchpointId: row.touchpointId,
  surveyId: row.surveyId,
  score: row.score,
  category: row.category,
  channel: row.channel,
  language: row.language,
  segment: row.segment,
  causes,
  by,
})

const blame = (path: string, code: string, message: string): never =>
  refuse('input.invalid', { reason: code }, [{ path, code, message }])
