import { and, asc, eq, inArray } from 'drizzle-orm'
import { db, isDuplicate } from '@/db'
import { nextNumber } from '@/db/numbers'
import { messages, responses } from '@/db/schema'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { excerpt } from '@/lib/kit/text'
import { commit, tellStale } from '../commit'
import type { SplitInput } from '../deed-inputs'
import { calendarById, type Dossier, dossierOf } from '../dossier'
import { blame, memberIn, placeIsFree, policyFor, teamBy, touchpointBy } from '../lookups'
import { type Opened, openTicket } from '../opening'
import { priorityOf } from '../priority'
import { decideSplit, lastWordAt, openingOf, type Parting, type Word } from '../splitting'
import { occurrenceOf } from './create'

const titleLength = 120
const persistence = 3

/**
 * Gives some of a ticket's answers and words a ticket of their own, with its own number and clocks: of an answer they start
 * when it reached us, of words alone now. Both know each other by a link. The touchpoint is the one named, else the
 * answer's; the team the one named, else the named touchpoint's, else the same. Refuses `ticket.unknown`, `ticket.stale`,
 * `ticket.settled` (discarded), `ticket.splitAll`, and `input.invalid` naming `responses`, `messages`, `touchpoint`, `team`.
 */
export async function split(
  actor: Actor,
  id: string,
  input: SplitInput,
  now: Date,
): Promise<{ id: string; number: number }> {
  demand(actor, 'tickets.work')
  for (let attempt = 1; ; attempt++) {
    const dossier = await dossierOf(actor, id)
    if (input.version !== undefined && input.version !== dossier.ticket.version) return tellStale(id)
    const parting = await partingOf(dossier, input)
    const opened = await openingFor(actor, dossier, parting, input, now)
    try {
      await commit(id, decideSplit(authorOf(actor), dossier, parting, opened, now).steps)
      return { id: opened.ticket.id, number: opened.ticket.number }
    } catch (error) {
      // Another ticket took the place that further answers join: looked at again, this one does without.
      if (!isDuplicate(error) || attempt === persistence) throw error
    }
  }
}

async function partingOf({ ticket }: Dossier, input: SplitInput): Promise<Parting> {
  const answers = await db
    .select()
    .from(responses)
    .where(and(eq(responses.ticketId, ticket.id), eq(responses.kind, 'answer')))
    .orderBy(asc(responses.receivedAt), asc(responses.id))
  const wanted = new Set(input.responses ?? [])
  const leaving = answers.filter(({ id }) => wanted.has(id))
  if (leaving.length < wanted.size) blame('responses')
  const words = await wordsOf(ticket.id, [...new Set(input.messages ?? [])])
  if (leaving.length + words.length === 0) blame('responses', 'input.invalid', 'missing')
  return { responses: leaving, messages: words, staying: answers.filter(({ id }) => !wanted.has(id)) }
}

// What was said when it was resolved is the ticket's own word and stays.
async function wordsOf(ticketId: string, ids: string[]): Promise<Word[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), inArray(messages.id, ids)))
    .orderBy(asc(messages.createdAt), asc(messages.id))
  return rows.length < ids.length || rows.some(({ kind }) => kind === 'letter') ? blame('messages') : rows
}

async function openingFor(
  actor: Actor,
  dossier: Dossier,
  { responses: leaving, messages: words }: Parting,
  input: SplitInput,
  now: Date,
): Promise<Opened> {
  const { ticket } = dossier
  const [first] = leaving
  const named = input.touchpoint ? await touchpointBy(input.touchpoint) : null
  const touchpointId = input.touchpoint === null ? null : (named?.id ?? first?.touchpointId ?? ticket.touchpointId)
  const team = await teamBy(input.team ?? named?.teamId ?? ticket.teamId, !input.team)
  const stays = team.id === ticket.teamId && ticket.assigneeId
  const [{ calendar }, policy, number, occurrence, free, keeps] = await Promise.all([
    calendarById(team.calendarId),
    policyFor(team.slaPolicyId),
    nextNumber('tickets'),
    occurrenceAt(ticket, touchpointId),
    placeIsFree({ ...ticket, id: '' }, touchpointId),
    stays ? memberIn(stays, [team.id]) : false,
  ])
  const weight = first
    ? priorityOf({ score: first.score, occurrence })
    : { priority: ticket.priority, reason: ticket.priorityReason }
  const opened = openTicket(
    {
      id: newId('ticket'),
      number,
      response: first ? { id: first.id, ...openingOf(first) } : null,
      title: input.title || (first ? null : titleOf(words)),
      customer: ticket.customerId
        ? { id: ticket.customerId, reachable: dossier.reach.email || dossier.reach.phone }
        : null,
      touchpointId,
      teamId: team.id,
      assigneeId: keeps ? ticket.assigneeId : null,
      priority: weight.priority,
      priorityReason: weight.reason,
      occurrence,
      policy,
      calendar,
      language: first?.language ?? ticket.language,
      contactAllowed: ticket.contactAllowed && (first?.contactAllowed ?? true),
      receivedAt: first?.receivedAt ?? now,
      author: authorOf(actor),
    },
    now,
  )
  const spokeAt = lastWordAt(words)
  const more = { answers: leaving.length, customerSpokeAt: spokeAt, ...(free ? {} : { joinKey: null }) }
  return { ...opened, ticket: { ...opened.ticket, ...more } }
}

// The same place: it is the same time that they come, only told apart.
const occurrenceAt = async (ticket: Dossier['ticket'], touchpointId: string | null): Promise<number> => {
  if (touchpointId === ticket.touchpointId) return ticket.occurrence
  return ticket.customerId && touchpointId ? occurrenceOf(ticket.customerId, touchpointId) : 1
}

const titleOf = (words: Word[]): string => {
  const subject = words.find((word) => word.subject?.trim())?.subject
  const text = subject ?? words.find((word) => word.text.trim())?.text ?? ''
  return excerpt(text, titleLength)
}
