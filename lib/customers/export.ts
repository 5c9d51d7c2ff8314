import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import {
  causes,
  contactAttempts,
  invitations,
  letters,
  messages,
  responseReasons,
  responseRevisions,
  responses,
  surveys,
  tickets,
  touchpoints,
} from '@/db/schema'
import { type Actor, demand, scopeOf } from '@/lib/identity/shared'
import { toDecimal } from '@/lib/kit/money'
import { Refusal } from '@/lib/kit/refusal'
import { customerById } from './queries'

const chunk = 200

/**
 * Everything that is kept of one person, for them to take along: identity, consent, answers with reasons and earlier
 * versions, invitations, tickets with what was said and done, letters. Nobody else is named in it. Refuses
 * `customer.unknown`; `identity.forbidden` for who sees only some teams.
 */
export async function exportCustomer(actor: Actor, id: string) {
  demand(actor, 'customers.read')
  if (!scopeOf(actor).all) throw new Refusal('identity.forbidden', { permission: 'customers.edit' })
  const known = await customerById(actor, id)
  const { externalId, email, name, phone, language, segment, annualValue, valueCurrency } = known
  const value =
    annualValue !== null && valueCurrency
      ? { amount: toDecimal(annualValue, valueCurrency), currency: valueCurrency }
      : null
  return {
    customer: {
      ...{ id, externalId, email, name, phone, language, segment, annualValue: value },
      createdAt: known.createdAt,
      surveysStoppedAt: known.optedOutAt,
      erasedAt: known.erasedAt,
    },
    responses: await answersIn(id),
    invitations: await invitationsIn(id),
    tickets: await ticketsIn(id),
    letters: await lettersIn(id),
  }
}

async function answersIn(customerId: string) {
  const rows = await db
    .select({ response: responses, survey: surveys.slug, touchpoint: touchpoints.slug })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(eq(responses.customerId, customerId))
    .orderBy(asc(responses.id))
  const ids = rows.map((row) => row.response.id)
  const reasons = await inChunks(ids, (some) =>
    db
      .select({ of: responseReasons.responseId, slug: causes.slug })
      .from(responseReasons)
      .innerJoin(causes, eq(causes.id, responseReasons.causeId))
      .where(inArray(responseReasons.responseId, some)),
  )
  const revisions = await inChunks(ids, (some) =>
    db.select().from(responseRevisions).where(inArray(responseRevisions.responseId, some)),
  )
  return rows.map(({ response: its, survey, touchpoint }) => ({
    ...{ id: its.id, kind: its.kind, survey, touchpoint, score: its.score, category: its.category },
    ...{ channel: its.channel, language: its.language, segment: its.segment, comment: its.comment },
    ...{ commentType: its.commentType, contactAllowed: its.contactAllowed, solved: its.solved },
    ...{ attributes: its.attributes, submittedAt: its.submittedAt, receivedAt: its.receivedAt },
    reasons: reasons.filter(({ of }) => of === its.id).map(({ slug }) => slug),
    earlier: revisions
      .filter(({ responseId }) => responseId === its.id)
      .map(({ score, comment, at }) => ({ score, comment, at })),
  }))
}

async function invitationsIn(customerId: string) {
  const rows = await db.select().from(invitations).where(eq(invitations.customerId, customerId))
  return rows.map(({ id, channel, language, state, attributes, createdAt, sentAt, completedAt }) => ({
    id,
    channel,
    language,
    state,
    attributes,
    createdAt,
    sentAt,
    completedAt,
  }))
}

async function ticketsIn(customerId: string) {
  const rows = await db.select().from(tickets).where(eq(tickets.customerId, customerId)).orderBy(asc(tickets.number))
  const ids = rows.map((row) => row.id)
  const said = await inChunks(ids, (some) => db.select().from(messages).where(inArray(messages.ticketId, some)))
  const tried = await inChunks(ids, (some) =>
    db.select().from(contactAttempts).where(inArray(contactAttempts.ticketId, some)),
  )
  return rows.map((its) => ({
    ...{ number: its.number, title: its.title, status: its.status, priority: its.priority, outcome: its.outcome },
    ...{ receivedAt: its.receivedAt, firstContactAt: its.firstContactAt, resolvedAt: its.resolvedAt },
    ...{ closedAt: its.closedAt, actionTaken: its.actionTaken, summary: its.summary },
    messages: said
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ kind, authorKind, text, createdAt }) => ({ kind, author: authorKind, text, at: createdAt })),
    contacts: tried
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ channel, direction, outcome, minutes, note, at }) => ({
        channel,
        direction,
        outcome,
        minutes,
        note,
        at,
      })),
  }))
}

async function lettersIn(customerId: string) {
  const rows = await db.select().from(letters).where(eq(letters.customerId, customerId)).orderBy(asc(letters.id))
  return rows.map(({ kind, state, toAddress, subject, text, createdAt, sentAt }) => ({
    kind,
    state,
    toAddress,
    subject,
    text,
    createdAt,
    sentAt,
  }))
}

async function inChunks<T>(ids: string[], read: (some: string[]) => PromiseLike<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += chunk) found.push(...(await read(ids.slice(from, from + chunk))))
  return found
}
