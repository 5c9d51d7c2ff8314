import { and, eq } from 'drizzle-orm'
import { atomically, db, frozen, must, type Step, type Tx } from '@/db'
import { responseReasons, responseRevisions, responses } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { nudge } from '@/lib/jobs'
import { after, hours } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { categoryOf, countedOf, type ResponseRow, type Source, tallyWrites } from '@/lib/surveys'
import type { AnswerChange } from '@/lib/surveys/shared'
import { factsOf } from './arrival'
import { type Configuration, configuration } from './configuration'
import { findCustomer } from './reading'
import { stand } from './receive'
import type { Received } from './shared'
import { persistently, stale } from './stale'

/** For this long after it was received an answer may be changed. */
export const changeHours = 24

const insertRevision = frozen(responseRevisions)
const insertReason = frozen(responseReasons)
const source: Source = { kind: 'link' }

/**
 * Replaces a customer's answer within a day: the earlier one is kept as a revision, the tallies move, a ticket that stands
 * keeps standing and its history says so; a change for the worse opens the ticket that the rules ask for. Refuses
 * `response.unknown`, `response.gone` (too late, void, or an answer to a recovery survey), `input.invalid`.
 */
export async function changeAnswer(responseId: string, input: AnswerChange, now: Date): Promise<Received> {
  const config = (await configuration(now)) ?? refuse('organization.unknown')
  const received = await persistently(() => change(responseId, input, config, now))
  nudge()
  return received
}

async function change(id: string, input: AnswerChange, config: Configuration, now: Date): Promise<Received> {
  const [row] = await db.select().from(responses).where(eq(responses.id, id)).limit(1)
  if (!row) return refuse('response.unknown')
  if (row.kind === 'recovery' || row.voidAt || after(row.receivedAt, hours(changeHours)) < now) refuse('response.gone')
  const before = await db
    .select({ causeId: responseReasons.causeId })
    .from(responseReasons)
    .where(eq(responseReasons.responseId, id))
  const causes = [...new Set(input.reasons.flatMap((slug) => config.causes.get(slug)?.id ?? []))]
  const changed: ResponseRow = {
    ...row,
    score: input.score,
    category: categoryOf(input.score),
    comment: input.comment?.trim() ? input.comment : null,
    commentType: input.commentType,
    revision: row.revision + 1,
  }
  const standing = await ticketFor(row, changed, input.reasons, config, now)
  changed.ticketId = standing.ticket?.id ?? null
  await atomically((tx) => [
    replace(tx, row, changed),
    insertRevision({
      responseId: id,
      revision: row.revision,
      score: row.score,
      category: row.category,
      comment: row.comment,
      at: now,
    }),
    tx.delete(responseReasons).where(eq(responseReasons.responseId, id)),
    ...causes.map((causeId, position) => insertReason({ responseId: id, causeId, position })),
    ...standing.writes,
    ...record(factsOfChange(row, changed), now),
    ...tallyWrites([
      countedOf(
        row,
        before.map(({ causeId }) => causeId),
        -1,
      ),
      countedOf(changed, causes, 1),
    ]),
  ])
  const touchpoint = row.touchpointId ? (config.touchpointById.get(row.touchpointId)?.slug ?? null) : null
  return {
    id,
    category: changed.category,
    touchpoint,
    ticket: standing.ticket,
    receivedAt: row.receivedAt.toISOString(),
    replay: false,
  }
}

const replace = (tx: Tx, row: ResponseRow, changed: ResponseRow): Step =>
  must(
    tx
      .update(responses)
      .set({
        score: changed.score,
        category: changed.category,
        comment: changed.comment,
        commentType: changed.commentType,
        ticketId: changed.ticketId,
        revision: changed.revision,
      })
      .where(and(eq(responses.id, row.id), eq(responses.revision, row.revision)))
      .returning({ id: responses.id }),
    stale,
  )

type Standing = { ticket: { id: string; number: number } | null; writes: Step[] }

// A ticket that stands keeps standing, whatever the new score.
async function ticketFor(
  row: ResponseRow,
  changed: ResponseRow,
  reasons: string[],
  config: Configuration,
  now: Date,
): Promise<Standing> {
  if (row.ticketId) {
    const standing = await db.query.tickets.findFirst({
      columns: { id: true, number: true },
      where: (its) => eq(its.id, row.ticketId ?? ''),
    })
    return { ticket: standing ?? null, writes: [] }
  }
  const customer = row.customerId ? await findCustomer(row.customerId) : null
  const survey = [...config.surveys.values()].find((its) => its.id === row.surveyId)?.slug ?? ''
  const plan = row.history ? null : config.plan(factsOf(changed, reasons, customer, survey, config))
  if (!plan) return { ticket: null, writes: [] }
  return stand(changed, plan, customer && { customer, met: true, write: () => [] }, source, config, now)
}

function factsOfChange(row: ResponseRow, changed: ResponseRow): Fact[] {
  const fact = (subject: Fact['subject']): Fact => ({
    kind: 'response.revised',
    subject,
    actor: { kind: 'customer', id: row.customerId },
    payload: { response: row.id, from: row.score, to: changed.score, revision: changed.revision },
  })
  const response = fact({ kind: 'response', id: row.id })
  return row.ticketId ? [response, fact({ kind: 'ticket', id: row.ticketId })] : [response]
}
