import { z } from 'zod'
import { sharings } from '@/db/words/desk'
import { groupings, sorts } from '@/lib/tickets/shared'

/** Longest question that a view may hold. */
export const longestQuestion = 2_000
const column = z.string().regex(/^[a-z][a-zA-Z-]{0,31}$/)

const name = z.string().trim().min(1, 'missing').max(80, 'tooLong')
const names = z.partialRecord(z.enum(['es', 'en']), z.string().trim().max(80, 'tooLong'))
const query = z.string().trim().max(longestQuestion, 'tooLong')
const sort = z.enum(sorts)
const grouping = z.enum(groupings)
const columns = z.array(column).max(20).nullable()
const sharing = z.enum(sharings)
const team = z.string().trim().min(1).max(254)

/** A view as somebody saves it. `query` is a question in the queue's grammar; `sharing` `team` names its team by id or slug. */
export const ViewInput = z.strictObject({
  name,
  /** The name in the language that the organization does not speak first. */
  names: names.default({}),
  query: query.default(''),
  sort: sort.default('due'),
  grouping: grouping.default('due'),
  /** Columns shown beyond those that always are; null: as usual. */
  columns: columns.default(null),
  sharing: sharing.default('own'),
  team: team.optional(),
})
export type ViewInput = z.infer<typeof ViewInput>

/** What changes of a view; absent stays. `version` is the one that was seen. */
export const ViewPatch = z
  .strictObject({ name, names, query, sort, grouping, columns, sharing, team, version: z.coerce.number().int().min(1) })
  .partial()
export type ViewPatch = z.infer<typeof ViewPatch>

/** Ids of views in the order in which they are to stand. */
export const ViewOrder = z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(200) })
