import { and, asc, eq, inArray } from 'drizzle-orm'
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
  ticketTags,
  touchpoints,
  users,
} from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { excerpt } from '@/lib/kit/text'
import { type ClockFace, faceOf } from '../clock-face'
import { calendarById } from '../dossier'
import { type LoopStepState, loopOf } from '../loop-step'
import type { TicketRow } from '../row'
import { flagMeaning } from './flags'
import { readerOf } from './reader'

type Named = { id: string; name: string; names: Record<string, string> }

const shown = {
  id: tickets.id,
  number: tickets.number,
  version: tickets.version,
  status: tickets.status,
  open: tickets.open,
  priority: tickets.priority,
  priorityReason: tickets.priorityReason,
  score: tickets.score,
  category: tickets.category,
  commentType: tickets.commentType,
  channel: tickets.channel,
  language: tickets.language,
  receivedAt: tickets.receivedAt,
  createdAt: tickets.createdAt,
  updatedAt: tickets.updatedAt,
  nextDueAt: tickets.nextDueAt,
  waitingUntil: tickets.waitingUntil,
  askAt: tickets.askAt,
  verdictDueAt: tickets.verdictDueAt,
  outcome: tickets.outcome,
  verdictScore: tickets.verdictScore,
  resolvedAt: tickets.resolvedAt,
  closedAt: tickets.closedAt,
  mergedInto: tickets.mergedInto,
  snoozedUntil: tickets.snoozedUntil,
}
const weighed = {
  title: tickets.title,
  responseId: tickets.responseId,
  calendarId: tickets.calendarId,
  contactAllowed: tickets.contactAllowed,
  firstContactAt: tickets.firstContactAt,
  evidence: tickets.evidence,
  customerSpokeAt: tickets.customerSpokeAt,
  occurrence: tickets.occurrence,
  answers: tickets.answers,
  reopens: tickets.reopens,
  escalation: tickets.escalation,
  attention: tickets.attention,
  contactable: tickets.contactable,
}
const person = { id: customers.id, name: customers.name, email: customers.emailKey, phone: customers.phone }
const place = { id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names }

/** One ticket as the queue shows it. Names that people made carry their translations. */
export type QueueRow = Pick<TicketRow, keyof typeof shown> & {
  /** First words of what the customer wrote, or the title of a ticket made by hand; null: see `reasons`. */
  words: string | null
  /** Where they wrote nothing: the reasons that they chose, in their order. */
  reasons: Named[]
  customer: { id: string; name: string | null } | null
  touchpoint: (Named & { slug: string }) | null
  team: Named | null
  assignee: { id: string; name: string } | null
  /** Response, contact, solution, asking, verdict. */
  loop: LoopStepState[]
  /** The clock that is due next, or the one that pauses; null when none runs. */
  clock: ClockFace | null
  /** To the reader: put back, or news came after they last read it. To a program: new, or the customer spoke last. */
  unread: boolean
  /** In the order of the alphabet. */
  tags: string[]
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
export async function rowsOf(ids: string[], now: Date, actor: Actor): Promise<QueueRow[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({
      shown,
      weighed,
      comment: responses.comment,
      customer: person,
      suppressed: suppressions.reason,
      touchpoint: place,
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
  const open = found.flatMap((row) => (row.shown.open ? [{ ...row.weighed, id: row.shown.id }] : []))
  const silent = found.flatMap((row) => (row.comment ? [] : (row.weighed.responseId ?? [])))
  const [clocks, reasons, tags, unread] = await Promise.all([
    clocksOf(open, now),
    reasonsOf(silent),
    tagsOf(ids),
    unreadFor(actor, ids, now),
  ])
  const rows = new Map(
    found.map((row) => {
      const { shown: its, weighed: facts, customer } = row
      const filled: QueueRow = {
        ...its,
        words: wordsOf(row.comment ?? facts.title),
        reasons: reasons.get(facts.responseId ?? '') ?? [],
        customer: customer && { id: customer.id, name: customer.name },
        touchpoint: row.touchpoint,
        team: row.team,
        assignee: row.assignee,
        loop: loopOf({
          ...its,
          firstContactAt: facts.firstContactAt,
          evidence: facts.evidence,
          contactable: facts.contactable,
        }),
        clock: clocks.get(its.id) ?? null,
        unread: unread
          ? unread.has(its.id)
          : its.status === 'new' || (facts.customerSpokeAt !== null && facts.customerSpokeAt >= its.updatedAt),
        tags: tags.get(its.id) ?? [],
        flags: {
          occurrence: facts.occurrence,
          answers: facts.answers,
          reopens: facts.reopens,
          escalation: facts.escalation,
          bounced: row.suppressed?.startsWith('bounce') ?? false,
          noAddress: !customer?.email && !customer?.phone,
          noContact: !facts.contactAllowed,
          attention: facts.attention,
        },
      }
      return [its.id, filled]
    }),
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

async function tagsOf(ids: string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>()
  const rows = await db.select().from(ticketTags).where(inArray(ticketTags.ticketId, ids)).orderBy(asc(ticketTags.tag))
  for (const { ticketId, tag } of rows) tags.set(ticketId, [...(tags.get(ticketId) ?? []), tag])
  return tags
}

// Which of them a person has not read; null for whoever is no person.
async function unreadFor(actor: Actor, ids: string[], now: Date): Promise<Set<string> | null> {
  if (actor.kind !== 'user') return null
  const unread = flagMeaning('unread', readerOf(actor, now))
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(inArray(tickets.id, ids), unread))
  return new Set(rows.map(({ id }) => id))
}

async function clocksOf(open: { id: string; calendarId: string }[], now: Date): Promise<Map<string, ClockFace>> {
  const faces = new Map<string, ClockFace>()
  if (open.length === 0) return faces
  const ids = open.map(({ id }) => id)
  const kept = [...new Set(open.map(({ calendarId }) => calendarId))]
  const [rows, ...hours] = await Promise.all([
    db.select().from(slaClocks).where(inArray(slaClocks.ticketId, ids)),
    ...kept.map(calendarById),
  ])
  for (const { id, calendarId } of open) {
    const calendar = hours[kept.indexOf(calendarId)]?.calendar
    const own = rows.filter(({ ticketId }) => ticketId === id)
    const face = calendar && faceOf(own, calendar, now)
    if (face) faces.set(id, face)
  }
  return faces
}

const wordsOf = (text: string | null): string | null => (text?.trim() ? excerpt(text, wordsShown) : null)
