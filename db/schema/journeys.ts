import { flag, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns'
import { causeSides, controls, phases, touchpointStatuses } from '../words/journeys'

export const journeys = table(
  'journeys',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    template: text(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('journeys_slug').on(t.slug)],
)

export const stages = table(
  'stages',
  {
    id: text().primaryKey(),
    journeyId: text()
      .notNull()
      .references(() => journeys.id),
    slug: text().notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    phase: text({ enum: phases }).notNull(),
    position: integer().notNull(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('stages_slug').on(t.slug), index('stages_journey').on(t.journeyId, t.position)],
)

export const touchpoints = table(
  'touchpoints',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    stageId: text()
      .notNull()
      .references(() => stages.id),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    channels: json().$type<string[]>().notNull(),
    teamId: text(),
    position: integer().notNull(),
    status: text({ enum: touchpointStatuses }).notNull(),
    intended: text(),
    desiredScore: integer(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('touchpoints_slug').on(t.slug), index('touchpoints_stage').on(t.stageId, t.position)],
)

/** A reason is a cause offered in a survey; a root cause is a cause verified on a ticket: one table. */
export const causes = table(
  'causes',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    parentId: text(),
    side: text({ enum: causeSides }).notNull(),
    name: text().notNull(),
    names: json().$type<Record<string, string>>().notNull(),
    control: text({ enum: controls }).notNull(),
    stopper: flag().notNull(),
    retiredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('causes_slug').on(t.slug)],
)

export const touchpointCauses = table(
  'touchpoint_causes',
  {
    touchpointId: text()
      .notNull()
      .references(() => touchpoints.id),
    causeId: text()
      .notNull()
      .references(() => causes.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.touchpointId, t.causeId] })],
)
