import { index, instant, integer, table, text } from '../columns'
import { initiativeStates } from '../words/insights'

/** Something that was changed at a touchpoint; its date is the trend's marker. */
export const initiatives = table(
  'initiatives',
  {
    id: text().primaryKey(),
    touchpointId: text().notNull(),
    title: text().notNull(),
    state: text({ enum: initiativeStates }).notNull(),
    teamId: text(),
    ownerId: text(),
    dueAt: instant(),
    liveAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [index('initiatives_touchpoint').on(t.touchpointId, t.liveAt)],
)
