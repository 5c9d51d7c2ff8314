import { eq } from 'drizzle-orm'
import { atomically, db, frozen } from '@/db'
import { recoveries, responses, surveys, tickets } from '@/db/schema'
import { settleRecovery } from '@/lib/followups'
import { nudge } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { dayOf } from '@/lib/kit/period'
import { refuse } from '@/lib/kit/refusal'
import { categoryOf, type ResponseRow } from '@/lib/surveys'
import type { RecoveryAnswer } from '@/lib/surveys/shared'
import type { Outcome } from '@/lib/tickets'
import { configuration } from './configuration'
import { complete, invited } from './receive'
import { persistently } from './stale'

const insertResponse = frozen(responses)

/**
 * Takes the answer of a customer who was asked again: the answer, the verdict and what becomes of the ticket are one list.
 * It counts in no tally and opens no ticket. Refuses `invitation.unknown`, `invitation.used`, `invitation.gone`.
 */
export async function answerRecovery(
  invitationId: string,
  answer: RecoveryAnswer,
  now: Date,
): Promise<{ id: string; outcome: Outcome }> {
  const settled = await persistently(() => settle(invitationId, answer, now))
  nudge()
  return settled
}

async function settle(invitationId: string, answer: RecoveryAnswer, now: Date) {
  const config = (await configuration(now)) ?? refuse('organization.unknown')
  const invitation = await invited(invitationId, now)
  const [standing] = await db
    .select({ ticket: tickets, surveyVersion: surveys.version })
    .from(recoveries)
    .innerJoin(tickets, eq(tickets.id, recoveries.ticketId))
    .innerJoin(surveys, eq(surveys.id, invitation.surveyId))
    .where(eq(recoveries.invitationId, invitationId))
    .limit(1)
  if (!standing) return refuse('invitation.unknown')
  const { ticket, surveyVersion } = standing
  const row: ResponseRow = {
    id: newId('response'),
    idempotency: null,
    contentHash: null,
    externalKey: null,
    kind: 'recovery',
    surveyId: invitation.surveyId,
    surveyVersion,
    score: answer.score,
    category: categoryOf(answer.score),
    touchpointId: ticket.touchpointId,
    channel: invitation.channel,
    language: invitation.language,
    segment: ticket.segment,
    comment: answer.comment?.trim() ? answer.comment : null,
    commentType: null,
    contactAllowed: ticket.contactAllowed,
    customerId: ticket.customerId,
    invitationId,
    ticketId: ticket.id,
    solved: answer.solved,
    attributes: {},
    submittedAt: now,
    receivedAt: now,
    day: dayOf(now, config.organization.timeZone),
    importId: null,
    history: false,
    revision: 1,
    voidAt: null,
    voidReason: null,
  }
  const { steps, outcome } = await settleRecovery(
    { invitationId, responseId: row.id, score: row.score, solved: answer.solved },
    now,
  )
  await atomically((tx) => [complete(tx, invitationId, row.id, now), insertResponse(row), ...steps(tx)])
  return { id: row.id, outcome }
}
