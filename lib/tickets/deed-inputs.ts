import { z } from 'zod'
import { gestureTypes } from '@/db/words/desk'

// Issues name a code of the catalogue's `refusal.field`; the sentence is written at the edge.
const ref = z.string().trim().min(1).max(254)
const version = z.coerce.number().int().min(1).optional()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'dateWrong')
const chosen = z.array(ref).max(40)

/** `until`: in the future, at most 90 days ahead. */
export const SnoozeInput = z.object({ until: z.coerce.date('dateWrong'), version })
export const WakeInput = z.object({ version })
/** Several tickets of one customer into one: ids, with the versions that the reader saw. */
export const MergeManyInput = z.object({
  tickets: z
    .array(z.object({ id: ref, version }))
    .min(1)
    .max(10),
  version,
})
/** What leaves for a new ticket: ids of answers and of messages, at least one. `touchpoint` and `team`: id or slug. */
export const SplitInput = z.object({
  responses: chosen.optional(),
  messages: chosen.optional(),
  title: z.string().trim().max(200, 'tooLong').optional(),
  touchpoint: ref.nullish(),
  team: ref.optional(),
  version,
})
const text = z.string().trim().min(1, 'missing').max(300, 'tooLong')
/** `assignee`: id or e-mail of somebody who sees the ticket; `due`: a day of the team's calendar. */
export const TaskInput = z.object({ text, assignee: ref.nullish(), due: day.nullish() })
/** `task`: id of one of the ticket's; what is left out stays. */
export const TaskPatch = TaskInput.partial().extend({ task: ref, done: z.boolean().optional() })
export const TaskRef = z.object({ task: ref })
/** `cost`: a decimal like `350.00`, of `currency` or the organization's; none: 0. */
export const GestureInput = z.object({
  type: z.enum(gestureTypes),
  cost: z.string().trim().max(20).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  note: z.string().trim().max(1_000, 'tooLong').nullish(),
})
export const GestureRef = z.object({ gesture: ref })
/** `team`: id or slug. */
export const HelpInput = z.object({ team: ref, version })

export type SnoozeInput = z.infer<typeof SnoozeInput>
export type WakeInput = z.infer<typeof WakeInput>
export type MergeManyInput = z.infer<typeof MergeManyInput>
export type SplitInput = z.infer<typeof SplitInput>
export type TaskInput = z.infer<typeof TaskInput>
export type TaskPatch = z.infer<typeof TaskPatch>
export type GestureInput = z.infer<typeof GestureInput>
export type HelpInput = z.infer<typeof HelpInput>
