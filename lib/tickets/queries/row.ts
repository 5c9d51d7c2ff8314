import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import {
  causes,
  customers,
  responseReasons,
  responses,
  slaClocks,
  suppressions,
  teams,
  tickets,
  touchpoints,
  users,
} from '@/db/schema'
import { excerpt } from '@/lib/kit/text'
import { type ClockFace, faceOf } from '../clock-face'
import { calendarById } from '../dossier'
import { type LoopStepState, loopOf } from '../loop-step'
import type { TicketRow } from '../row'

type Named = { id: string; name: string; names: Record<string, string> }

/** One ticket as the queue shows it. Names that people made carry their translations. */
export type QueueRow = Pick<
  TicketRow,
  | 'id'
  | 'number'
  | 'version'
  | 'status'
  | 'open'
  | 'priority'
  | 'priorityReason'
  | 'score'
  | 'category'
  | 'commentType'
  | 'channel'
  | 'language'
  | 'receivedAt'
  | 'createdAt'
  | 'updatedAt'
  | 'nextDueAt'
  | 'waitingUntil'
  | 'askAt'
  | 'verdictDueAt'
  | 'outcome'
  | 'verdictScore'
  | 'resolvedAt'
  | 'closedAt'
  | 'mergedInto'
> & {
  /** First words of what the customer wrote, or the title of a ticket made by hand; null: see `reasons`. */
  words: string | null
  /** The reasons they chose, in their order. */
  reasons: Named[]
  customer: { id: string; name: string | null } | null
  touchpoint: (Named & { slug: string }) | null
  team: Named | null
  assignee: { id: string; name: string } | null
  /** Response, contact, solution, asking, verdict. */
  loop: LoopStepState[]
  /** The clock that is due next, or the one that pauses; null when none runs. */
  clock: ClockFace | null
  /** New, or the customer spoke last. */
  unread: boolean
  flags: {
    /** The n-th ticket of this customer at this touchpoint. */
    occurrence: number
    answers: number
    reopens: number
    escalation: number
    bounced: boolean
    noAddress: boolean
    noContact: boolean
    attention: string | null
  }
}

const wordsShown = 200

/** Fills rows for tickets, in the order of `ids`: a fixed number of reads, however many there are. */
export async function rowsOf(ids: string[], now: Date): Promise<QueueRow[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({
      ticket: tickets,
      comment: responses.comment,
      customer: { id: customers.id, name: customers.name, email: customers.emailKey, phone: customers.phone },
      suppressed: suppressions.reason,
      touchpoint: { id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names },
      team: { id: teams.id, name: teams.name, names: teams.names },
      assignee: { id: users.id, name: users.name },
    })
    .from(tickets)
    .leftJoin(responses, eq(responses.id, tickets.responseId))
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(suppressions, eq(suppressions.addressKey, customers.emailKey))
    .leftJoin(touchpoints, eq(touchpoints.id, tickets.touchpointId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(users, eq(users.id, tickets.assigneeId))
    .where(inArray(tickets.id, ids))
  const [clocks, reasons] = await Promise.all([
    clocksOf(
      found.filter(({ ticket }) => ticket.open).map(({ ticket }) => ticket),
      now,
    ),
    reasonsOf(found.flatMap(({ ticket }) => ticket.responseId ?? [])),
  ])
  const rows = new Map(
    found.map(({ ticket, comment, customer, suppressed, touchpoint, team, assignee }) => [
      ticket.id,
      {
        ...shown(ticket),
        words: wordsOf(comment ?? ticket.title),
        reasons: reasons.get(ticket.responseId ?? '') ?? [],
        customer: customer && { id: customer.id, name: customer.name },
        touchpoint,
        team,
        assignee,
        loop: loopOf(ticket),
        clock: clocks.get(ticket.id) ?? null,
        unread: ticket.status === 'new' || spokeLast(ticket),
        flags: {
          occurrence: ticket.occurrence,
          answers: ticket.answers,
          reopens: ticket.reopens,
          escalation: ticket.escalation,
          bounced: suppressed?.startsWith('bounce') ?? false,
          noAddress: !customer?.email && !customer?.phone,
          noContact: !ticket.contactAllowed,
          attention: ticket.attention,
        },
      },
    ]),
  )
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** The reasons of many answers, by answer. */
export async function reasonsOf(responseIds: string[]): Promise<Map<string, Named[]>> {
  const reasons = new Map<string, Named[]>()
  if (responseIds.length === 0) return reasons
  const rows = await db
    .select({ responseId: responseReasons.responseId, id: causes.id, name: causes.name, names: causes.names })
    .from(responseReasons)
    .innerJoin(causes, eq(causes.id, responseReasons.causeId))
    .where(inArray(responseReasons.responseId, responseIds))
    .orderBy(asc(responseReasons.position))
  for (const { responseId, ...reason } of rows) reasons.set(responseId, [...(reasons.get(responseId) ?? []), reason])
  return reasons
}

async function clocksOf(open: TicketRow[], now: Date): Promise<Map<string, ClockFace>> {
  const faces = new Map<string, ClockFace>()
  if (open.length === 0) return faces
  const ids = open.map(({ id }) => id)
  const rows = await db.select().from(slaClocks).where(inArray(slaClocks.ticketId, ids))
  const calendars = new Map(
    await Promise.all(
      [...new Set(open.map(({ calendarId }) => calendarId))].map(async (id) => [id, await calendarById(id)] as const),
    ),
  )
  for (const ticket of open) {
    const hours = calendars.get(ticket.calendarId)
    const face =
      hours &&
      faceOf(
        rows.filter(({ ticketId }) => ticketId === ticket.id),
        hours.calendar,
        now,
      )
    if (face) faces.set(ticket.id, face)
  }
  return faces
}

const spokeLast = ({ customerSpokeAt, updatedAt }: TicketRow): boolean =>
  customerSpokeAt !== null && customerSpokeAt >= updatedAt

const wordsOf = (text: string | null): string | null => (text?.trim() ? excerpt(text, wordsShown) : null)

function shown(ticket: TicketRow) {
  const { id, number, version, status, open, priority, priorityReason, score, category, commentType } = ticket
  const { channel, language, receivedAt, createdAt, updatedAt, nextDueAt, waitingUntil, askAt, verdictDueAt } = ticket
  const { outcome, verdictScore, resolvedAt, closedAt, mergedInto } = ticket
  const state = { id, number, version, status, open, priority, priorityReason, score, category, commentType, channel }
  const times = { receivedAt, createdAt, updatedAt, nextDueAt, waitingUntil, askAt, verdictDueAt, resolvedAt, closedAt }
  return { ...state, ...times, language, outcome, verdictScore, mergedInto }
}
