import { flag, index, instant, integer, table, text, uniqueIndex } from '../columns'
import { messageKinds } from '../words/followups'
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
  },
  (t) => [index('messages_ticket').on(t.ticketId, t.createdAt)],
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
