import { flag, index, instant, integer, json, table, text, uniqueIndex } from '../columns'

export const rules = table(
  'rules',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    position: integer().notNull(),
    active: flag().notNull(),
    /** See lib/rules/shared.ts: Conditions and Actions, checked by zod when written and when read. */
    conditions: json().$type<Record<string, unknown>>().notNull(),
    actions: json().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('rules_slug').on(t.slug), index('rules_position').on(t.position)],
)
