import {
  above,
  absent,
  flag,
  index,
  instant,
  integer,
  json,
  present,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns'
import { categories, channels, commentTypes } from '../words/surveys'
import {
  clockKinds,
  clockStates,
  contactChannels,
  contactOutcomes,
  directions,
  discardReasons,
  outcomes,
  priorities,
  ticketStatuses,
} from '../words/tickets'

export const calendars = table('calendars', {
  id: text().primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  names: json().$type<Record<string, string>>().notNull(),
  timeZone: text().notNull(),
  /** ISO weekday 1–7 → open spans in minutes of the local day: { "1": [[540, 1080]] }. */
  weekly: json().$type<Record<string, [number, number][]>>().notNull(),
  /** Local dates YYYY-MM-DD without service. */
  holidays: json().$type<string[]>().notNull(),
  version: integer().notNull(),
})

export const slaPolicies = table('sla_policies', {
  id: text().primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  names: json().$type<Record<string, string>>().notNull(),
  /** Minutes of business time by priority: { high: { firstContact: 240, resolution: 1440 } }. */
  targets: json().$type<Record<string, { firstContact: number; resolution: number }>>().notNull(),
  /** Longest wait for the customer, minutes of calendar time, before the ticket comes back by itself. */
  waitLimit: integer().notNull(),
  standard: flag().notNull(),
  version: integer().notNull(),
})

export const tickets = table(
  'tickets',
  {
    id: text().primaryKey(),
    number: integer().notNull(),
    /** Of a ticket made by hand; words of a person, erased with the customer. */
    title: text(),
    responseId: text(),
    surveyId: text(),
    customerId: text(),
    touchpointId: text(),
    teamId: text().notNull(),
    assigneeId: text(),
    status: text({ enum: ticketStatuses }).notNull(),
    /** True for the first five statuses. */
    open: flag().notNull(),
    priority: text({ enum: priorities }).notNull(),
    /** Code of why: score, value, repeat, rule, person. */
    priorityReason: text().notNull(),
    score: integer(),
    category: text({ enum: categories }),
    commentType: text({ enum: commentTypes }),
    channel: text({ enum: channels }),
    language: text().notNull(),
    segment: text(),
    contactAllowed: flag().notNull(),
    /** Contact is allowed and there is an address or a number. */
    contactable: flag().notNull(),
    /** How many tickets of this customer at this touchpoint there were, this one included. */
    occurrence: integer().notNull(),
    /** `customer:touchpoint` of the one ticket that further answers join. */
    joinKey: text(),
    answers: integer().notNull(),
    ruleId: text(),
    slaPolicyId: text().notNull(),
    calendarId: text().notNull(),
    receivedAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** The nearer of the running clocks' due times; null when none runs. Sorts the queue. */
    nextDueAt: instant(),
    /** The sweep looks here: nearest of warning, due and escalation instants not yet told. */
    alarmAt: instant(),
    firstContactAt: instant(),
    firstAttemptAt: instant(),
    contacts: integer().notNull(),
    attempts: integer().notNull(),
    waitingSince: instant(),
    waitingUntil: instant(),
    waitingReason: text(),
    resolvedAt: instant(),
    resolvedBy: text(),
    closedAt: instant(),
    discardReason: text({ enum: discardReasons }),
    mergedInto: text(),
    rootCauseId: text(),
    /** Words of the agent. */
    actionTaken: text(),
    summary: text(),
    evidence: text(),
    reopens: integer().notNull(),
    /** Reopened by a verdict; at most twice. */
    rounds: integer().notNull(),
    reopenedAt: instant(),
    escalation: integer().notNull(),
    /** When the recovery survey goes out; null when none is to. */
    askAt: instant(),
    /** When silence closes the ticket. */
    verdictDueAt: instant(),
    outcome: text({ enum: outcomes }),
    verdictScore: integer(),
    verdictAt: instant(),
    attention: text(),
    customerSpokeAt: instant(),
    /** Out of the working views until then, or until the customer speaks. Its clocks run on. */
    snoozedUntil: instant(),
    snoozedBy: text(),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('tickets_number').on(t.number),
    uniqueIndex('tickets_join').on(t.joinKey),
    index('tickets_team_due').on(t.teamId, t.open, t.nextDueAt, t.id),
    index('tickets_team_status').on(t.teamId, t.status, t.nextDueAt, t.id),
    index('tickets_team_opened').on(t.teamId, t.open, t.id),
    index('tickets_team_score').on(t.teamId, t.open, t.score, t.id),
    // Holds all that the view asks, or SQLite prefers the index of a team and passes by every ticket that somebody has.
    index('tickets_unowned')
      .on(t.assigneeId, t.teamId, t.open, t.nextDueAt, t.id, t.snoozedUntil)
      .where(absent(t.assigneeId)),
    index('tickets_assignee').on(t.assigneeId, t.open, t.nextDueAt, t.id).where(present(t.assigneeId)),
    index('tickets_open_due').on(t.open, t.nextDueAt, t.id),
    index('tickets_customer').on(t.customerId, t.createdAt).where(present(t.customerId)),
    index('tickets_touchpoint').on(t.touchpointId, t.receivedAt),
    index('tickets_touchpoint_due').on(t.touchpointId, t.open, t.nextDueAt, t.id),
    index('tickets_received').on(t.receivedAt, t.id),
    index('tickets_alarm').on(t.alarmAt).where(present(t.alarmAt)),
    index('tickets_ask').on(t.askAt).where(present(t.askAt)),
    index('tickets_verdict_due').on(t.verdictDueAt).where(present(t.verdictDueAt)),
    index('tickets_waiting').on(t.waitingUntil).where(present(t.waitingUntil)),
    index('tickets_snoozed').on(t.snoozedUntil).where(present(t.snoozedUntil)),
    // What few tickets have: an index of it costs the others nothing.
    index('tickets_spoke').on(t.customerSpokeAt, t.id).where(present(t.customerSpokeAt)),
    index('tickets_cause').on(t.rootCauseId).where(present(t.rootCauseId)),
    index('tickets_segment').on(t.segment).where(present(t.segment)),
    index('tickets_attention').on(t.attention).where(present(t.attention)),
    index('tickets_escalated').on(t.escalation).where(above(t.escalation, 0)),
    index('tickets_reopened').on(t.reopens).where(above(t.reopens, 0)),
    index('tickets_repeated').on(t.occurrence).where(above(t.occurrence, 1)),
  ],
)

export const slaClocks = table(
  'sla_clocks',
  {
    ticketId: text()
      .notNull()
      .references(() => tickets.id),
    kind: text({ enum: clockKinds }).notNull(),
    state: text({ enum: clockStates }).notNull(),
    /** Business minutes granted. */
    allowance: integer().notNull(),
    startedAt: instant().notNull(),
    dueAt: instant(),
    pausedAt: instant(),
    /** Business minutes left when it was paused. */
    left: integer(),
    /** Calendar milliseconds spent paused, summed. */
    pausedMs: integer().notNull(),
    settledAt: instant(),
    warnedAt: instant(),
    breachedAt: instant(),
    escalatedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.kind] })],
)

/** Teams that help without owning. */
export const contributors = table(
  'contributors',
  {
    ticketId: text()
      .notNull()
      .references(() => tickets.id),
    teamId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.teamId] }), index('contributors_team').on(t.teamId)],
)

export const ticketTags = table(
  'ticket_tags',
  {
    ticketId: text()
      .notNull()
      .references(() => tickets.id),
    tag: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.tag] }), index('ticket_tags_tag').on(t.tag)],
)

export const contactAttempts = table(
  'contact_attempts',
  {
    id: text().primaryKey(),
    ticketId: text()
      .notNull()
      .references(() => tickets.id),
    channel: text({ enum: contactChannels }).notNull(),
    direction: text({ enum: directions }).notNull(),
    outcome: text({ enum: contactOutcomes }).notNull(),
    minutes: integer(),
    note: text(),
    actorId: text().notNull(),
    letterId: text(),
    at: instant().notNull(),
  },
  (t) => [index('contact_attempts_ticket').on(t.ticketId, t.at)],
)
