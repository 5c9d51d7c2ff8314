import { z } from 'zod'
import { sharings } from '@/db/words/desk'
import { groupings, sorts } from '@/lib/tickets/shared'

/** Longest question that a view may hold. */
export const longestQuestion = 2_000
const column = z.string().regex(/^[a-z][a-zA-Z-]{0,31}$/)

/** A view as somebody saves it. `query` is a question in the queue's grammar; `sharing` `team` names its team by id or slug. */
export const ViewInput = z.strictObject({
  name: z.string().trim().min(1, 'missing').max(80, 'tooLong'),
  /** The name in the language that the organization does not speak first. */
  names: z.partialRecord(z.enum(['es', 'en']), z.string().trim().max(80, 'tooLong')).default({}),
  query: z.string().trim().max(longestQuestion, 'tooLong').default(''),
  sort: z.enum(sorts).default('due'),
  grouping: z.enum(groupings).default('due'),
  /** Columns shown beyond those that always are; null: as usual. */
  columns: z.array(column).max(20).nullable().default(null),
  sharing: z.enum(sharings).default('own'),
  team: z.string().trim().min(1).max(254).optional(),
})
export type ViewInput = z.infer<typeof ViewInput>

/** What changes of a view; absent stays. `version` is the one that was seen. */
export const ViewPatch = z.strictObject({
  ...Object.fromEntries(Object.entries(ViewInput.shape).map(([name, field]) => [name, bare(field).optional()])),
  version: z.coerce.number().int().min(1).optional(),
}) as unknown as z.ZodType<Partial<ViewInput> & { version?: number | undefined }>
export type ViewPatch = z.infer<typeof ViewPatch>

function bare(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field
}
