import { flag, index, instant, json, table, text } from '../columns'

/** Append-only facts: ids, codes, numbers and instants, never a customer's words or identity. */
export const events = table(
  'events',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    actorKind: text().notNull(),
    actorId: text(),
    cause: text(),
    payload: json().$type<Record<string, unknown>>().notNull(),
    announced: flag().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('events_subject').on(t.subjectId, t.id)],
)
