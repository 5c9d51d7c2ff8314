import { big, bytes, flag, index, instant, integer, json, present, table, text, uniqueIndex } from '../columns'
import { bounceSeverities, inboundKinds, inboundSources, inboundStates, letterKinds, letterStates } from '../words/mail'

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
    bouncedAt: instant(),
    /** Enhanced status of the bounce (RFC 3463) and the other server's own words, at most 500 characters. */
    bounceStatus: text(),
    diagnostic: text(),
  },
  (t) => [
    index('letters_ticket').on(t.ticketId).where(present(t.ticketId)),
    index('letters_customer').on(t.customerId).where(present(t.customerId)),
    index('letters_state').on(t.state, t.createdAt),
    // What went to one address lately, and what left at all: the gate and the health page ask.
    index('letters_to').on(t.toAddress, t.sentAt).where(present(t.sentAt)),
    index('letters_sent').on(t.sentAt).where(present(t.sentAt)),
    uniqueIndex('letters_message').on(t.messageId).where(present(t.messageId)),
  ],
)

/** Addresses that get nothing automatic any more. */
export const suppressions = table('suppressions', {
  addressKey: text().primaryKey(),
  reason: text().notNull(),
  letterId: text(),
  at: instant().notNull(),
  /** When it ends by itself; null: when a person ends it. */
  until: instant(),
  /** Enhanced status that brought it here. */
  status: text(),
})

/** The circuit breaker of automatic mail: one row, so that every process sees the same. */
export const breakers = table('breakers', {
  id: text().primaryKey(),
  /** Automatic mail rests since then; null: it flows. */
  trippedAt: instant(),
  /** How many letters had left in the minute that tripped it. */
  sent: integer().notNull(),
  /** A person looked and let it flow: it does not trip before. */
  trustedUntil: instant(),
})

/** Bytes by their SHA-256: mail as it came and files as they were given, in the database so that one backup holds all. */
export const blobs = table('blobs', {
  sha256: text().primaryKey(),
  size: integer().notNull(),
  bytes: bytes().notNull(),
  createdAt: instant().notNull(),
})

/** Every mail that came, kept before anything of it is read. */
export const inbound = table(
  'inbound',
  {
    id: text().primaryKey(),
    source: text({ enum: inboundSources }).notNull(),
    /** The mailbox or door it came by. */
    mailbox: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    uidValidity: big(),
    uid: big(),
    /** What the door knew of the envelope, when it did. */
    envelopeFrom: text(),
    envelopeTo: json().$type<string[]>().notNull(),
    state: text({ enum: inboundStates }).notNull(),
    kind: text({ enum: inboundKinds }),
    /** Codes of the steps that led to where it stands, in order. */
    trail: json().$type<string[]>().notNull(),
    messageIdHeader: text(),
    /** SHA-256 of the words, to tell a second copy from another letter under the same id. */
    wordsHash: text(),
    fromAddress: text(),
    fromName: text(),
    subject: text(),
    ticketId: text(),
    messageRowId: text(),
    /** The letter of ours that it answers or returns. */
    letterId: text(),
    /** A ticket that it may belong to; only a person decides. */
    suggestedTicketId: text(),
    error: text(),
    attempts: integer().notNull(),
    receivedAt: instant().notNull(),
    settledAt: instant(),
    settledBy: text(),
    erasedAt: instant(),
  },
  (t) => [
    uniqueIndex('inbound_bytes').on(t.mailbox, t.sha256),
    index('inbound_state').on(t.state, t.receivedAt),
    index('inbound_message').on(t.messageIdHeader).where(present(t.messageIdHeader)),
    index('inbound_ticket').on(t.ticketId).where(present(t.ticketId)),
    index('inbound_from').on(t.fromAddress, t.receivedAt).where(present(t.fromAddress)),
  ],
)

/** How far each mailbox has been read, and how it is doing. */
export const mailboxes = table('mailboxes', {
  id: text().primaryKey(),
  uidValidity: big(),
  lastUid: big().notNull(),
  lastFetchAt: instant(),
  failingSince: instant(),
  /** A code, never a server's words. */
  error: text(),
  fetched: big().notNull(),
  /** Who reads it, so that of several processes one does; the word of that process, and until when it holds. */
  lease: text(),
  leasedUntil: instant(),
})

/** What came back, one row for each report: three soft ones in 14 days count like a hard one. */
export const bounces = table(
  'bounces',
  {
    id: text().primaryKey(),
    addressKey: text().notNull(),
    letterId: text(),
    inboundId: text(),
    severity: text({ enum: bounceSeverities }).notNull(),
    status: text(),
    at: instant().notNull(),
  },
  (t) => [index('bounces_address').on(t.addressKey, t.at)],
)

/** Files of a ticket: what came with a mail, what an agent attached. `messageRowId` is null while they stand in a draft. */
export const attachments = table(
  'attachments',
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    /** A name to show; never a path. */
    name: text().notNull(),
    /** What the bytes look like, else what the sender said. */
    mediaType: text().notNull(),
    size: integer().notNull(),
    contentId: text(),
    inline: flag().notNull(),
    ticketId: text(),
    messageRowId: text(),
    inboundId: text(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('attachments_ticket').on(t.ticketId).where(present(t.ticketId)),
    index('attachments_message').on(t.messageRowId).where(present(t.messageRowId)),
    index('attachments_inbound').on(t.inboundId).where(present(t.inboundId)),
    index('attachments_blob').on(t.sha256),
  ],
)
