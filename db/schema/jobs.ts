import { big, index, instant, integer, json, present, table, text, uniqueIndex } from '../columns'

/** Effects to perform. */
export const jobs = table(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    payload: json().$type<Record<string, unknown>>().notNull(),
    key: text(),
    runAt: instant().notNull(),
    leasedUntil: instant(),
    lease: text(),
    attempts: integer().notNull(),
    lastError: text(),
    doneAt: instant(),
    buriedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('jobs_key').on(t.key).where(present(t.key)), index('jobs_due').on(t.doneAt, t.runAt)],
)

/** Raised in every list that edits what the snapshot holds. One row. */
export const configuration = table('configuration', { id: text().primaryKey(), version: integer().notNull() })

/** Numbers that people read: handed out in blocks. */
export const counters = table('counters', { name: text().primaryKey(), value: big().notNull() })

/** When each worker last breathed. */
export const heartbeats = table('heartbeats', { name: text().primaryKey(), at: instant().notNull() })
