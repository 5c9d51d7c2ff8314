import { and, asc, eq, inArray, isNotNull, isNull, lte, notInArray, or } from 'drizzle-orm'
import { db } from '@/db'
import { letters, messages, users } from '@/db/schema'
import type { Category } from '@/db/words/surveys'
import type { Outcome } from '@/db/words/tickets'
import type { Locale } from '@/lib/i18n'
import { openToken, sealToken } from '@/lib/kit/seal'
import { categoryOf } from '@/lib/surveys/shared'
import { isOpen, type LoopStepState, loopOf, survivorOf } from '@/lib/tickets'
import { type Case, caseOf, lastRecovery } from './reading'
import { linkEndsAt } from './recovery'

/** One step of the loop as the customer sees it. `stop`: the loop ended before it. */
export type CaseStep = {
  name: 'response' | 'contact' | 'solution' | 'again' | 'verdict'
  state: 'done' | 'now' | 'next' | 'stop'
  at: Date | null
  score: { value: number; category: Category } | null
}

/** Everything that the customer's own page of a case shows. */
export type CasePage = {
  number: number
  organization: { name: string; country: string; timeZone: string }
  /** The case's language; the page may be read in another. */
  locale: Locale
  status: 'open' | 'waiting' | 'resolved' | 'closed'
  /** `waiting` is for the customer's own answer. */
  customer: string | null
  /** Who has it, by name, and which team. */
  assignee: string | null
  team: string
  /** What was done, in the words of who did it, while the case is resolved or closed. */
  summary: string | null
  outcome: Outcome | null
  /** What the customer said at first. */
  said: { text: string; at: Date } | null
  steps: CaseStep[]
  conversation: { id: string; from: 'us' | 'you'; name: string | null; text: string; at: Date }[]
  mayWrite: boolean
  /** "It is not solved" may be said. */
  mayReopen: boolean
  /** The survey that waits for this customer's verdict: the token of its page. */
  asked: { invitationToken: string } | null
  /** Set once the case is closed. */
  linkEndsAt: Date | null
  unsubscribeToken: string | null
}

/** The page behind a letter's link (of a merged case: of the one that it became), or null when the word is not ours or the page has ended. Changes nothing. */
export async function casePage(token: string, now: Date): Promise<CasePage | null> {
  const named = openToken('case', token)
  const ticketId = named && (await survivorOf(named))
  const its = ticketId ? await caseOf(ticketId) : null
  if (!its || its.ticket.status === 'discarded' || its.customer?.erasedAt) return null
  const { ticket, organization, customer, response } = its
  const ends = ticket.closedAt ? linkEndsAt(ticket.closedAt) : null
  if (ends && ends < now) return null
  const settled = !isOpen(ticket.status)
  const recovery = await lastRecovery(ticket.id)
  const waits = recovery?.invitationId && !recovery.answeredAt && !recovery.cancelledAt && !recovery.settledAt
  return {
    number: ticket.number,
    organization: { name: organization.name, country: organization.country, timeZone: organization.timeZone },
    locale: its.locale,
    status: statusOf(its),
    customer: customer?.name ?? null,
    assignee: its.assignee,
    team: its.team,
    summary: settled ? ticket.summary : null,
    outcome: ticket.outcome,
    said: response?.comment ? { text: response.comment, at: response.submittedAt } : null,
    steps: stepsOf(its, recovery?.sentAt ?? null),
    conversation: await conversationOf(ticket.id, now),
    mayWrite: true,
    mayReopen: settled,
    asked: waits && recovery.invitationId ? { invitationToken: sealToken('survey', recovery.invitationId) } : null,
    linkEndsAt: ends,
    unsubscribeToken: customer ? sealToken('unsubscribe', customer.id) : null,
  }
}

function statusOf({ ticket }: Case): CasePage['status'] {
  if (ticket.status === 'resolved' || ticket.status === 'closed') return ticket.status
  return ticket.status === 'waiting_customer' ? 'waiting' : 'open'
}

const names = ['response', 'contact', 'solution', 'again', 'verdict'] as const

function stepsOf({ ticket, response }: Case, askedAt: Date | null): CaseStep[] {
  const states = statesOf(ticket)
  const instants = [
    response?.submittedAt ?? ticket.createdAt,
    ticket.firstContactAt,
    ticket.resolvedAt,
    askedAt,
    ticket.verdictAt,
  ]
  const scores = [ticket.score, null, null, null, ticket.verdictScore]
  return names.map((name, at) => {
    const state = states[at] ?? 'next'
    const value = scores[at] ?? null
    return {
      name,
      state,
      at: state === 'done' ? (instants[at] ?? null) : null,
      score: value === null ? null : { value, category: categoryOf(value) },
    }
  })
}

// A verdict was given and a person decides what follows: the question is behind us.
const statesOf = (ticket: Case['ticket']): LoopStepState[] =>
  ticket.status === 'resolved' && ticket.attention === 'verdict_rounds'
    ? ['done', 'done', 'done', 'done', 'now']
    : loopOf(ticket)

async function conversationOf(ticketId: string, now: Date): Promise<CasePage['conversation']> {
  const rows = await db
    .select({ message: messages, name: users.name })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .leftJoin(letters, eq(letters.id, messages.letterId))
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.visible, true),
        isNull(messages.erasedAt),
        isNull(messages.withdrawnAt),
        // What may still be taken back, or waits for its day, has not been said yet.
        or(
          isNull(letters.id),
          notInArray(letters.state, ['queued', 'held']),
          lte(letters.notBefore, now),
          isNotNull(letters.raw),
        ),
        inArray(messages.kind, ['reply', 'inbound', 'customer_page', 'letter']),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
  return rows.map(({ message, name }) => ({
    id: message.id,
    from: message.authorKind === 'customer' ? 'you' : 'us',
    name,
    text: message.text.slice(0, message.quoteAt ?? undefined).trimEnd() || message.text,
    at: message.createdAt,
  }))
}
