import { big, flag, index, instant, integer, json, present, primaryKey, table, text } from '../columns'
import {
  bulkItemStates,
  bulkStates,
  doings,
  draftKinds,
  gestureTypes,
  linkKinds,
  noticeKinds,
  sharings,
} from '../words/desk'
import { tickets } from './tickets'

const ticketId = () =>
  text()
    .notNull()
    .references(() => tickets.id)

/** When a person last read a ticket; `unread` puts it back among the unread. */
export const ticketReads = table(
  'ticket_reads',
  { userId: text().notNull(), ticketId: ticketId(), at: instant().notNull(), unread: flag().notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.ticketId] }), index('ticket_reads_ticket').on(t.ticketId)],
)

/** People who want to hear of a ticket that is not theirs. */
export const watchers = table(
  'watchers',
  { ticketId: ticketId(), userId: text().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.ticketId, t.userId] }), index('watchers_user').on(t.userId)],
)

/** Tickets that belong together: split from, merged into, follows up. */
export const ticketLinks = table(
  'ticket_links',
  { fromId: ticketId(), toId: ticketId(), kind: text({ enum: linkKinds }).notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.fromId, t.toId, t.kind] }), index('ticket_links_to').on(t.toId)],
)

/** What has to be done on a ticket by this one or that one. */
export const subTasks = table(
  'sub_tasks',
  {
    id: text().primaryKey(),
    ticketId: ticketId(),
    text: text().notNull(),
    assigneeId: text(),
    dueAt: instant(),
    doneAt: instant(),
    doneBy: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('sub_tasks_ticket').on(t.ticketId)],
)

/** What was given to make up for it, and what it cost. */
export const gestures = table(
  'gestures',
  {
    id: text().primaryKey(),
    ticketId: ticketId(),
    type: text({ enum: gestureTypes }).notNull(),
    /** Minor units of `currency`. */
    cost: big().notNull(),
    currency: text().notNull(),
    note: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    approvedBy: text(),
    approvedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [index('gestures_ticket').on(t.ticketId)],
)

/** In-app notes to a person: never a mail. */
export const notices = table(
  'notices',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    ticketId: text(),
    /** The message, bulk run or gesture that it is about. */
    aboutId: text(),
    actorId: text(),
    at: instant().notNull(),
    seenAt: instant(),
  },
  (t) => [
    index('notices_user').on(t.userId, t.seenAt, t.at),
    index('notices_ticket').on(t.ticketId).where(present(t.ticketId)),
  ],
)

/** A view that somebody saved: the queue's grammar, and how it is shown. */
export const savedViews = table(
  'saved_views',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    ownerId: text().notNull(),
    sharing: text({ enum: sharings }).notNull(),
    teamId: text(),
    /** The question in the queue's grammar. */
    query: text().notNull(),
    sort: text().notNull(),
    grouping: text().notNull(),
    /** Columns shown beyond those that always are; null: as usual. */
    columns: json().$type<string[]>(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [index('saved_views_owner').on(t.ownerId), index('saved_views_team').on(t.teamId).where(present(t.teamId))],
)

/** Several deeds under one name: a reply with variables, fields, tags, a status. */
export const macros = table(
  'macros',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    folded: text().notNull(),
    ownerId: text().notNull(),
    sharing: text({ enum: sharings }).notNull(),
    teamId: text(),
    /** Checked by the room that runs them. */
    deeds: json().$type<Record<string, unknown>>().notNull(),
    uses: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    retiredAt: instant(),
    version: integer().notNull(),
  },
  (t) => [index('macros_owner').on(t.ownerId)],
)

/** One change to many tickets, worked off by the worker. */
export const bulkRuns = table(
  'bulk_runs',
  {
    id: text().primaryKey(),
    actorId: text().notNull(),
    state: text({ enum: bulkStates }).notNull(),
    /** What is changed, checked by the room that runs it: codes and ids, or a macro's id. */
    change: json().$type<Record<string, unknown>>().notNull(),
    total: integer().notNull(),
    changed: integer().notNull(),
    skipped: integer().notNull(),
    undone: integer().notNull(),
    /** Its change can be taken back. */
    reversible: flag().notNull(),
    undoUntil: instant(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    endedAt: instant(),
    version: integer().notNull(),
  },
  (t) => [index('bulk_runs_actor').on(t.actorId, t.createdAt), index('bulk_runs_state').on(t.state)],
)

export const bulkItems = table(
  'bulk_items',
  {
    runId: text()
      .notNull()
      .references(() => bulkRuns.id),
    ticketId: text().notNull(),
    state: text({ enum: bulkItemStates }).notNull(),
    /** Why it was skipped: a refusal's code. */
    code: text(),
    /** What stood before, for taking it back: ids and codes. */
    before: json().$type<Record<string, unknown>>(),
    /** The ticket's version after the change: taken back only if it still stands there. */
    version: integer(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.ticketId] }), index('bulk_items_state').on(t.runId, t.state)],
)

/** What somebody began to write: kept on the server, so that no closed window loses it. */
export const drafts = table(
  'drafts',
  {
    ticketId: ticketId(),
    userId: text().notNull(),
    kind: text({ enum: draftKinds }).notNull(),
    text: text().notNull(),
    /** The team may read and go on with it. */
    shared: flag().notNull(),
    /** The last thing said when it was begun: what came later is shown before sending. */
    seenMessageId: text(),
    beganAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.userId, t.kind] }), index('drafts_user').on(t.userId)],
)

/** Who is at a ticket now; older than 40 seconds counts as gone. */
export const presences = table(
  'presences',
  {
    ticketId: text().notNull(),
    userId: text().notNull(),
    doing: text({ enum: doings }).notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.userId] }), index('presences_at').on(t.at)],
)
