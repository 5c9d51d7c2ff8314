import { flag, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../columns'
import { messageKinds, standings } from '../words/followups'
import { categories, solvedAnswers } from '../words/surveys'
import { outcomes } from '../words/tickets'

/** Everything said on a ticket: notes, replies, what came back. A reply names its letter. */
export const messages = table(
  'messages',
  {
    id: text().primaryKey(),
    ticketId: text().notNull(),
    kind: text({ enum: messageKinds }).notNull(),
    authorKind: text().notNull(),
    authorId: text(),
    text: text().notNull(),
    letterId: text(),
    /** The customer may read it on their own page. */
    visible: flag().notNull(),
    createdAt: instant().notNull(),
    erasedAt: instant(),
    /** Of a mail that came: its row, who sent it and what stood above it. */
    inboundId: text(),
    fromAddress: text(),
    fromName: text(),
    standing: text({ enum: standings }),
    subject: text(),
    /** Character of `text` where what is quoted begins; null: nothing is. */
    quoteAt: integer(),
    /** There is HTML to show, too. */
    hasHtml: flag(),
    /** Of an out-of-office note: the day they are back. */
    returnsAt: instant(),
    /** Taken back before it left. */
    withdrawnAt: instant(),
  },
  (t) => [index('messages_ticket').on(t.ticketId, t.createdAt)],
)

/** Further addresses from which a ticket's customer writes, each added by a person: what comes from there are their words. */
export const ticketAddresses = table(
  'ticket_addresses',
  {
    ticketId: text().notNull(),
    addressKey: text().notNull(),
    addedBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.addressKey] })],
)

/** One row for each time a customer is asked again: rates and the conversion matrix read here. */
export const recoveries = table(
  'recoveries',
  {
    id: text().primaryKey(),
    ticketId: text().notNull(),
    round: integer().notNull(),
    invitationId: text(),
    touchpointId: text(),
    firstScore: integer(),
    firstCategory: text({ enum: categories }),
    resolvedAt: instant().notNull(),
    /** Day of resolvedAt in the organization's zone. */
    day: text().notNull(),
    sentAt: instant(),
    deliveredAt: instant(),
    answeredAt: instant(),
    responseId: text(),
    score: integer(),
    solved: text({ enum: solvedAnswers }),
    outcome: text({ enum: outcomes }),
    settledAt: instant(),
    cancelledAt: instant(),
  },
  (t) => [
    uniqueIndex('recoveries_round').on(t.ticketId, t.round),
    uniqueIndex('recoveries_invitation').on(t.invitationId),
    index('recoveries_day').on(t.day, t.touchpointId),
  ],
)
