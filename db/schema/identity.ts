import { big, flag, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns'
import { formsOfAddress, passKinds, roles } from '../words/identity'

/** One installation is one organization: one row. */
export const organization = table('organization', {
  id: text().primaryKey(),
  name: text().notNull(),
  country: text().notNull(),
  locale: text().notNull(),
  timeZone: text().notNull(),
  currency: text().notNull(),
  formOfAddress: text({ enum: formsOfAddress }).notNull(),
  /** What an absent contactAllowed means. */
  contactDefault: flag().notNull(),
  /** Above this annual value (minor units of `currency`) a ticket is one priority up. */
  valueThreshold: big(),
  /** A gesture that costs more (minor units of `currency`) needs a lead; null: none does. */
  gestureLimit: big(),
  /** True while the sample company is loaded: every page says so. */
  sample: flag().notNull(),
  createdAt: instant().notNull(),
  version: integer().notNull(),
})

export const users = table(
  'users',
  {
    id: text().primaryKey(),
    email: text().notNull(),
    emailKey: text().notNull(),
    name: text().notNull(),
    folded: text().notNull(),
    role: text({ enum: roles }).notNull(),
    locale: text().notNull(),
    timeZone: text().notNull(),
    passwordHash: text(),
    active: flag().notNull(),
    /** Where round-robin assignment was last time this person's turn. */
    lastAssignedAt: instant(),
    absentUntil: instant(),
    shortcuts: flag().notNull(),
    /** How this person likes the desk: remapped keys, density, columns. */
    preferences: json().$type<Record<string, unknown>>(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('users_email_key').on(t.emailKey)],
)

export const teams = table(
  'teams',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    folded: text().notNull(),
    calendarId: text().notNull(),
    slaPolicyId: text(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('teams_slug').on(t.slug)],
)

export const memberships = table(
  'memberships',
  {
    teamId: text()
      .notNull()
      .references(() => teams.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId] }), index('memberships_user').on(t.userId)],
)

/** A copyable link that lets one person in (join) or choose a new password (reset); only its hash is stored. */
export const passes = table(
  'passes',
  {
    id: text().primaryKey(),
    kind: text({ enum: passKinds }).notNull(),
    tokenHash: text().notNull(),
    userId: text(),
    email: text(),
    name: text(),
    role: text({ enum: roles }),
    teams: json().$type<string[]>().notNull(),
    invitedBy: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('passes_token').on(t.tokenHash)],
)

export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    sidHash: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    address: text(),
    agent: text(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('sessions_sid').on(t.sidHash), index('sessions_user').on(t.userId, t.createdAt)],
)

export const apiKeys = table(
  'api_keys',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    keyHash: text().notNull(),
    hint: text().notNull(),
    scopes: json().$type<string[]>().notNull(),
    /** Requests a second; 0 is no limit. */
    rate: integer().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.keyHash)],
)

/** Failures counted for sign-in, reset and invitation; survives a restart. */
export const throttles = table('throttles', {
  key: text().primaryKey(),
  count: integer().notNull(),
  since: instant().notNull(),
})
