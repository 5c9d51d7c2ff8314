import { flag, index, instant, integer, json, present, table, text, uniqueIndex } from '../columns'
import { letterKinds, letterStates } from '../words/mail'

/** Every outgoing mail, whoever writes it. The row is the truth, the job carries its id. */
export const letters = table(
  'letters',
  {
    id: text().primaryKey(),
    kind: text({ enum: letterKinds }).notNull(),
    state: text({ enum: letterStates }).notNull(),
    toAddress: text().notNull(),
    toName: text(),
    language: text().notNull(),
    /** Who signs: a person's name for human letters. */
    fromName: text(),
    ticketId: text(),
    customerId: text(),
    invitationId: text(),
    messageRowId: text(),
    /** Ids, codes, numbers and instants from which the words are made at the first attempt. */
    facts: json().$type<Record<string, string | number | null>>().notNull(),
    subject: text(),
    text: text(),
    html: text(),
    /** The whole message as it leaves, made before the first attempt and reused. */
    raw: text(),
    messageId: text(),
    inReplyTo: text(),
    automatic: flag().notNull(),
    /** smtp or preview. */
    via: text(),
    attempts: integer().notNull(),
    /** Sent once more after an unknown outcome: it may have arrived twice. */
    resent: flag().notNull(),
    answerCode: integer(),
    /** Short, without addresses or secrets. */
    error: text(),
    notBefore: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    index('letters_ticket').on(t.ticketId).where(present(t.ticketId)),
    index('letters_customer').on(t.customerId).where(present(t.customerId)),
    index('letters_state').on(t.state, t.createdAt),
    uniqueIndex('letters_message').on(t.messageId).where(present(t.messageId)),
  ],
)

/** Addresses that get nothing automatic any more. */
export const suppressions = table('suppressions', {
  addressKey: text().primaryKey(),
  reason: text().notNull(),
  letterId: text(),
  at: instant().notNull(),
})
