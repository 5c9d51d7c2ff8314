import { big, flag, index, instant, integer, json, present, primaryKey, table, text, uniqueIndex } from '../columns'
import {
  categories,
  channels,
  commentTypes,
  importStates,
  invitationStates,
  responseKinds,
  solvedAnswers,
  surveyKinds,
  surveyStatuses,
} from '../words/surveys'

export const surveys = table(
  'surveys',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    kind: text({ enum: surveyKinds }).notNull(),
    status: text({ enum: surveyStatuses }).notNull(),
    touchpointId: text(),
    /** Texts by language: see lib/surveys/shared.ts SurveyTexts. Empty object: the house's own words. */
    texts: json().$type<Record<string, Record<string, string>>>().notNull(),
    languages: json().$type<string[]>().notNull(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('surveys_slug').on(t.slug)],
)

/** The texts of each version that was answered: they never change. */
export const surveyVersions = table(
  'survey_versions',
  {
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    version: integer().notNull(),
    texts: json().$type<Record<string, Record<string, string>>>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.version] })],
)

export const invitations = table(
  'invitations',
  {
    id: text().primaryKey(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    customerId: text(),
    touchpointId: text(),
    /** The ticket whose customer is asked again; only on recovery surveys. */
    ticketId: text(),
    channel: text({ enum: channels }).notNull(),
    language: text().notNull(),
    state: text({ enum: invitationStates }).notNull(),
    reason: text(),
    attributes: json().$type<Record<string, string>>().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    deliveredAt: instant(),
    openedAt: instant(),
    startedAt: instant(),
    completedAt: instant(),
    remindAt: instant(),
    remindedAt: instant(),
    expiresAt: instant().notNull(),
    responseId: text(),
    version: integer().notNull(),
  },
  (t) => [
    index('invitations_customer').on(t.customerId, t.createdAt),
    index('invitations_survey').on(t.surveyId, t.createdAt),
    index('invitations_remind').on(t.remindAt).where(present(t.remindAt)),
    index('invitations_ticket').on(t.ticketId).where(present(t.ticketId)),
  ],
)

export const responses = table(
  'responses',
  {
    id: text().primaryKey(),
    /** `{key}:{Idempotency-Key}` of the request, or the import row's key; for ever. */
    idempotency: text(),
    /** SHA-256 of the checked input. */
    contentHash: text(),
    /** `{survey}:{externalId}`: unique per survey. */
    externalKey: text(),
    kind: text({ enum: responseKinds }).notNull(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    surveyVersion: integer().notNull(),
    score: integer().notNull(),
    category: text({ enum: categories }).notNull(),
    touchpointId: text(),
    channel: text({ enum: channels }).notNull(),
    language: text().notNull(),
    segment: text(),
    comment: text(),
    commentType: text({ enum: commentTypes }),
    contactAllowed: flag().notNull(),
    customerId: text(),
    invitationId: text(),
    /** The one ticket that this answer opened or joined, or that this recovery answer settles. */
    ticketId: text(),
    /** Only on recovery answers: was it solved? */
    solved: text({ enum: solvedAnswers }),
    attributes: json().$type<Record<string, string>>().notNull(),
    /** When the customer answered; metrics and days use it. */
    submittedAt: instant().notNull(),
    /** When we had it; clocks start here. */
    receivedAt: instant().notNull(),
    /** Day of submittedAt in the organization's zone, YYYY-MM-DD. */
    day: text().notNull(),
    importId: text(),
    /** Stored without ticket or mail. */
    history: flag().notNull(),
    revision: integer().notNull(),
    voidAt: instant(),
    voidReason: text(),
  },
  (t) => [
    uniqueIndex('responses_idempotency').on(t.idempotency).where(present(t.idempotency)),
    uniqueIndex('responses_external').on(t.externalKey).where(present(t.externalKey)),
    index('responses_submitted').on(t.submittedAt, t.id),
    index('responses_touchpoint').on(t.touchpointId, t.submittedAt),
    index('responses_customer').on(t.customerId, t.submittedAt).where(present(t.customerId)),
    index('responses_ticket').on(t.ticketId).where(present(t.ticketId)),
  ],
)

/** What an answer said before the customer changed it. */
export const responseRevisions = table(
  'response_revisions',
  {
    responseId: text()
      .notNull()
      .references(() => responses.id),
    revision: integer().notNull(),
    score: integer().notNull(),
    category: text({ enum: categories }).notNull(),
    comment: text(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.revision] })],
)

export const responseReasons = table(
  'response_reasons',
  {
    responseId: text()
      .notNull()
      .references(() => responses.id),
    causeId: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.causeId] })],
)

const scoreColumns = () => ({
  s0: integer().notNull().default(0),
  s1: integer().notNull().default(0),
  s2: integer().notNull().default(0),
  s3: integer().notNull().default(0),
  s4: integer().notNull().default(0),
  s5: integer().notNull().default(0),
  s6: integer().notNull().default(0),
  s7: integer().notNull().default(0),
  s8: integer().notNull().default(0),
  s9: integer().notNull().default(0),
  s10: integer().notNull().default(0),
})

/** Answers by day, touchpoint ('' is none) and survey. */
export const tallyDays = table(
  'tally_days',
  { day: text().notNull(), touchpointId: text().notNull(), surveyId: text().notNull(), ...scoreColumns() },
  (t) => [primaryKey({ columns: [t.day, t.touchpointId, t.surveyId] })],
)

/** The same, cut by one further word: channel, language or segment. */
export const tallyCuts = table(
  'tally_cuts',
  {
    day: text().notNull(),
    touchpointId: text().notNull(),
    surveyId: text().notNull(),
    cut: text().notNull(),
    value: text().notNull(),
    ...scoreColumns(),
  },
  (t) => [primaryKey({ columns: [t.cut, t.value, t.day, t.touchpointId, t.surveyId] })],
)

export const tallyReasons = table(
  'tally_reasons',
  {
    day: text().notNull(),
    touchpointId: text().notNull(),
    causeId: text().notNull(),
    detractors: integer().notNull().default(0),
    passives: integer().notNull().default(0),
    promoters: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.touchpointId, t.causeId] })],
)

export const imports = table('imports', {
  id: text().primaryKey(),
  surveyId: text(),
  fileName: text().notNull(),
  state: text({ enum: importStates }).notNull(),
  mapping: json().$type<Record<string, unknown>>(),
  bytes: big().notNull(),
  rows: integer().notNull(),
  imported: integer().notNull(),
  duplicates: integer().notNull(),
  rejected: integer().notNull(),
  tickets: integer().notNull(),
  error: text(),
  createdBy: text(),
  createdAt: instant().notNull(),
  doneAt: instant(),
})
