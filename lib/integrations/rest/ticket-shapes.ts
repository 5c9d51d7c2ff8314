import { z } from 'zod'
import { clockStates } from '@/db/words/tickets'
import { categories, channels, commentTypes } from '@/lib/surveys/shared'
import type { MessageOn, QueueRow, TicketPage } from '@/lib/tickets'
import { clockKinds, outcomes, priorities, priorityReasons, ticketStatuses } from '@/lib/tickets/shared'
import { Instant } from './shapes'

const Somebody = z.strictObject({ id: z.string(), name: z.string().nullable() })

/** A ticket as lists show it. */
export const Ticket = z.strictObject({
  id: z.string(),
  number: z.int(),
  version: z.int(),
  status: z.enum(ticketStatuses),
  priority: z.enum(priorities),
  priorityReason: z.string().describe(`why: ${Object.values(priorityReasons).join(', ')}`),
  score: z.int().nullable(),
  category: z.enum(categories).nullable(),
  commentType: z.enum(commentTypes).nullable(),
  channel: z.enum(channels).nullable(),
  language: z.string(),
  words: z.string().nullable(),
  customer: Somebody.nullable(),
  touchpoint: z.string().nullable(),
  team: z.string().nullable(),
  assignee: Somebody.nullable(),
  receivedAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  resolvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  outcome: z.enum(outcomes).nullable(),
  verdictScore: z.int().nullable(),
})

const Line = z.union([
  z.strictObject({
    kind: z.literal('event'),
    id: z.string(),
    at: Instant,
    event: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
    payload: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    kind: z.literal('message'),
    id: z.string(),
    at: Instant,
    message: z.string(),
    author: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
    text: z.string(),
    /** The customer may read it on their own page. */
    visible: z.boolean(),
    letter: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('contact'),
    id: z.string(),
    at: Instant,
    channel: z.string(),
    direction: z.string(),
    outcome: z.string(),
    minutes: z.int().nullable(),
    note: z.string().nullable(),
  }),
])

/** One ticket whole, with its timeline, oldest first. */
export const WholeTicket = Ticket.omit({ words: true }).extend({
  title: z.string().nullable(),
  responses: z.array(
    z.strictObject({ id: z.string(), score: z.int(), comment: z.string().nullable(), submittedAt: Instant }),
  ),
  contributors: z.array(z.string()),
  rootCause: z.string().nullable(),
  actionTaken: z.string().nullable(),
  summary: z.string().nullable(),
  tags: z.array(z.string()),
  reopens: z.int(),
  escalation: z.int(),
  firstContactAt: Instant.nullable(),
  clocks: z.array(
    z.strictObject({
      kind: z.enum(clockKinds),
      state: z.enum(clockStates),
      dueAt: Instant.nullable(),
      settledAt: Instant.nullable(),
      late: z.boolean(),
    }),
  ),
  /** Statuses that an arrow leads to. */
  allowed: z.array(z.enum(ticketStatuses)),
  timeline: z.array(Line),
})

/** A row of the queue; `teams` maps ids to slugs. */
export const ticketOf = (row: QueueRow, teams: Map<string, string>, now: Date) => ({
  ...stateOf(row, now),
  ...{ words: row.words, customer: row.customer, touchpoint: row.touchpoint?.slug ?? null },
  team: (row.team && teams.get(row.team.id)) ?? null,
  assignee: row.assignee,
})

export const wholeTicketOf = (page: TicketPage, now: Date) => ({
  ...stateOf(page.ticket, now),
  title: page.ticket.title,
  responses: page.answers.map(({ id, score, comment, submittedAt }) => ({ id, score, comment, submittedAt })),
  customer: page.customer && { id: page.customer.id, name: page.customer.name },
  touchpoint: page.touchpoint?.slug ?? null,
  team: page.team?.slug ?? null,
  contributors: page.contributors.map((team) => team.slug),
  assignee: page.assignee && { id: page.assignee.id, name: page.assignee.name },
  rootCause: page.rootCause?.slug ?? null,
  ...{ actionTaken: page.ticket.actionTaken, summary: page.ticket.summary, tags: page.tags },
  ...{ reopens: page.ticket.reopens, escalation: page.ticket.escalation },
  firstContactAt: page.ticket.firstContactAt,
  clocks: page.clocks.map(({ kind, state, dueAt, settledAt, late }) => ({ kind, state, dueAt, settledAt, late })),
  allowed: page.allowed,
  timeline: timelineOf(page),
})

const told = ['id', 'number', 'version', 'status', 'priority', 'priorityReason', 'score', 'category'] as const
const alsoTold = ['commentType', 'channel', 'language', 'receivedAt', 'createdAt', 'updatedAt'] as const
const end = ['resolvedAt', 'closedAt', 'outcome', 'verdictScore'] as const
const fields = [...told, ...alsoTold, ...end]
type State = Pick<QueueRow, (typeof fields)[number] | 'nextDueAt'>

const stateOf = (row: State, now: Date) => ({
  ...Object.fromEntries(fields.map((field) => [field, row[field]])),
  dueAt: row.nextDueAt,
  overdue: row.nextDueAt !== null && row.nextDueAt < now,
})

function timelineOf({ events, messages, attempts }: TicketPage) {
  const lines = [
    ...events.map(({ id, at, kind, actorKind, actorId, payload }) => ({
      ...{ kind: 'event' as const, id, at, event: kind, actor: { kind: actorKind, id: actorId }, payload },
    })),
    ...messages.map(messageOf),
    ...attempts.map(({ id, at, channel, direction, outcome, minutes, note }) => ({
      ...{ kind: 'contact' as const, id, at, channel, direction, outcome, minutes, note },
    })),
  ]
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

const messageOf = ({ id, createdAt, kind, authorKind, authorId, text, visible, letter }: MessageOn) => ({
  ...{ kind: 'message' as const, id, at: createdAt, message: kind, text, visible },
  author: { kind: authorKind, id: authorId },
  letter: letter?.state ?? null,
})
