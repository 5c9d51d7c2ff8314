import { type Filled, frozen } from '@/db'
import { slaClocks, tickets } from '@/db/schema'
import type { Category, Channel, CommentType } from '@/db/words/surveys'
import type { Priority } from '@/db/words/tickets'
import { type Author, type Fact, record } from '@/lib/events'
import type { CompiledCalendar } from './hours'
import type { ClockRow, SlaPolicy, TicketRow } from './row'
import { alarmAtOf, nextDueOf, startClock } from './sla'

/** All that a ticket's opening needs, gathered by the caller. */
export type Opening = {
  id: string
  number: number
  /** The answer that opens it; null for a ticket made by hand. */
  response: OpeningResponse | null
  /** Only of a ticket made by hand. */
  title?: string | null
  /** `reachable`: there is an address or a number that may be used. */
  customer: { id: string; reachable: boolean } | null
  touchpointId: string | null
  teamId: string
  /** Given: the ticket begins as assigned. The caller has checked the membership. */
  assigneeId?: string | null
  priority: Priority
  /** One of priorityReasons. */
  priorityReason: string
  /** How many tickets of this customer at this touchpoint there are, this one included. */
  occurrence: number
  ruleId?: string | null
  policy: SlaPolicy
  calendar: CompiledCalendar
  language: string
  contactAllowed: boolean
  /** When the answer reached us: the clocks start here. */
  receivedAt: Date
  author: Author
}
export type OpeningResponse = {
  id: string
  surveyId: string
  score: number
  category: Category
  commentType: CommentType | null
  channel: Channel
  segment: string | null
}

export type Opened = { ticket: TicketRow; clocks: ClockRow[]; facts: Fact[] }

/**
 * Opens a ticket: the row, its clocks (no contact clock where contact was declined or nobody can be reached) and the fact
 * `ticket.opened`, announced, version 1. Pure. The row carries `joinKey` (`customer:touchpoint`, null without either): a
 * ticket that still holds the same key must let go of it in the same list, by `releaseWrite`.
 */
export function openTicket(opening: Opening, now: Date): Opened {
  const { id, response, customer, policy, calendar, receivedAt, priority } = opening
  const contactable = opening.contactAllowed && (customer?.reachable ?? false)
  const target = policy.targets[priority]
  const clocks = [startClock(id, 'resolution', target.resolution, receivedAt, calendar)]
  if (contactable) clocks.unshift(startClock(id, 'first_contact', target.firstContact, receivedAt, calendar))
  const assigneeId = opening.assigneeId ?? null
  // One literal and no spread: an object of seventy keys put together from parts costs a hundred times as much.
  const ticket: TicketRow = {
    id,
    number: opening.number,
    title: opening.title ?? null,
    responseId: response?.id ?? null,
    surveyId: response?.surveyId ?? null,
    customerId: customer?.id ?? null,
    touchpointId: opening.touchpointId,
    teamId: opening.teamId,
    assigneeId,
    status: assigneeId ? 'assigned' : 'new',
    priority,
    priorityReason: opening.priorityReason,
    score: response?.score ?? null,
    category: response?.category ?? null,
    commentType: response?.commentType ?? null,
    channel: response?.channel ?? null,
    language: opening.language,
    segment: response?.segment ?? null,
    contactAllowed: opening.contactAllowed,
    contactable,
    occurrence: opening.occurrence,
    joinKey: joinKeyOf(customer?.id, opening.touchpointId),
    answers: response ? 1 : 0,
    ruleId: opening.ruleId ?? null,
    slaPolicyId: policy.id,
    calendarId: calendar.id,
    receivedAt,
    createdAt: now,
    updatedAt: now,
    nextDueAt: nextDueOf(clocks),
    alarmAt: alarmAtOf(clocks, calendar),
    open: true,
    firstContactAt: null,
    firstAttemptAt: null,
    contacts: 0,
    attempts: 0,
    waitingSince: null,
    waitingUntil: null,
    waitingReason: null,
    snoozedUntil: null,
    snoozedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    closedAt: null,
    discardReason: null,
    mergedInto: null,
    rootCauseId: null,
    actionTaken: null,
    summary: null,
    evidence: null,
    reopens: 0,
    rounds: 0,
    reopenedAt: null,
    escalation: 0,
    askAt: null,
    verdictDueAt: null,
    outcome: null,
    verdictScore: null,
    verdictAt: null,
    attention: null,
    customerSpokeAt: null,
    version: 1,
  }
  return { ticket, clocks, facts: [openedFact(ticket, opening.author)] }
}

const insertTicket = frozen(tickets)
const insertClock = frozen(slaClocks)

/** The writes of an opening: frozen inserts of ticket and clocks, its fact and the job that announces it. */
export const openingWrites = (opened: Opened): Filled[] => [
  insertTicket(opened.ticket),
  ...opened.clocks.map(insertClock),
  ...record(opened.facts, opened.ticket.createdAt),
]

/** Key of the one ticket that further answers of a customer at a touchpoint join. */
export const joinKeyOf = (customerId: string | null | undefined, touchpointId: string | null | undefined) =>
  customerId && touchpointId ? `${customerId}:${touchpointId}` : null

const openedFact = (ticket: TicketRow, author: Author): Fact => ({
  kind: 'ticket.opened',
  subject: { kind: 'ticket', id: ticket.id },
  actor: author,
  announced: true,
  payload: {
    version: 1,
    status: ticket.status,
    number: ticket.number,
    response: ticket.responseId,
    score: ticket.score,
    team: ticket.teamId,
    touchpoint: ticket.touchpointId,
    assignee: ticket.assigneeId,
    priority: ticket.priority,
    reason: ticket.priorityReason,
    rule: ticket.ruleId,
  },
})
