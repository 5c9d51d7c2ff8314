import { asc, eq, inArray, or } from 'drizzle-orm'
import { db } from '@/db'
import {
  attachments,
  causes,
  contactAttempts,
  drafts,
  gestures,
  inbound,
  invitations,
  letters,
  messages,
  responseReasons,
  responseRevisions,
  responses,
  subTasks,
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
    mail: await mailIn(id, known.emailKey),
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
  const files = await inChunks(ids, (some) => db.select().from(attachments).where(inArray(attachments.ticketId, some)))
  const given = await inChunks(ids, (some) => db.select().from(gestures).where(inArray(gestures.ticketId, some)))
  const tasks = await inChunks(ids, (some) => db.select().from(subTasks).where(inArray(subTasks.ticketId, some)))
  const begun = await inChunks(ids, (some) => db.select().from(drafts).where(inArray(drafts.ticketId, some)))
  const tried = await inChunks(ids, (some) =>
    db.select().from(contactAttempts).where(inArray(contactAttempts.ticketId, some)),
  )
  return rows.map((its) => ({
    ...{ number: its.number, title: its.title, status: its.status, priority: its.priority, outcome: its.outcome },
    ...{ receivedAt: its.receivedAt, firstContactAt: its.firstContactAt, resolvedAt: its.resolvedAt },
    ...{ closedAt: its.closedAt, actionTaken: its.actionTaken, summary: its.summary },
    messages: said
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ kind, authorKind, text, subject, fromAddress, fromName, createdAt }) => ({
        ...{ kind, author: authorKind, from: fromAddress, fromName, subject, text, at: createdAt },
      })),
    files: files
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ name, mediaType, size, createdAt }) => ({ name, mediaType, size, at: createdAt })),
    gestures: given
      .filter(({ ticketId, withdrawnAt }) => ticketId === its.id && !withdrawnAt)
      .map(({ type, cost, currency, note, createdAt }) => ({
        ...{ type, cost: toDecimal(cost, currency), currency, note, at: createdAt },
      })),
    tasks: tasks
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ text, dueAt, doneAt }) => ({ text, dueAt, doneAt })),
    drafts: begun
      .filter(({ ticketId }) => ticketId === its.id)
      .map(({ kind, text, updatedAt }) => ({ kind, text, at: updatedAt })),
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

// What came from them, matched to a ticket or not: as whom and about what. The words of what was matched are messages.
async function mailIn(customerId: string, emailKey: string | null) {
  const rows = await db
    .select({ mail: inbound })
    .from(inbound)
    .leftJoin(tickets, eq(tickets.id, inbound.ticketId))
    .where(or(eq(tickets.customerId, customerId), emailKey ? eq(inbound.fromAddress, emailKey) : undefined))
    .orderBy(asc(inbound.id))
  return rows.map(({ mail: { kind, fromAddress, fromName, subject, size, receivedAt } }) => ({
    ...{ kind, from: fromAddress, fromName, subject, size, at: receivedAt },
  }))
}

async function inChunks<T>(ids: string[], read: (some: string[]) => PromiseLike<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += chunk) found.push(...(await read(ids.slice(from, from + chunk))))
  return found
}
