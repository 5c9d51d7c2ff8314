import { z } from 'zod'
import type { BulkState } from '@/db/words/desk'
import { priorities } from '@/db/words/tickets'

const id = z.string().min(1).max(64)
const ref = z.string().trim().min(1).max(254)
const tags = z.array(z.string().trim().min(1).max(64)).max(20).default([])

/** One change of many tickets. Refs are ids, slugs or e-mails as single changes take them. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assignee'), value: ref.nullable() }),
  z.strictObject({ kind: z.literal('team'), value: ref }),
  z.strictObject({ kind: z.literal('priority'), value: z.enum(priorities) }),
  z.strictObject({ kind: z.literal('touchpoint'), value: ref.nullable() }),
  z.strictObject({ kind: z.literal('rootCause'), value: ref.nullable() }),
  z.strictObject({
    kind: z.literal('status'),
    value: z.enum(['in_progress', 'waiting_customer', 'waiting_third_party', 'discarded']),
    /** Of a discarding one of its codes; of a waiting what is waited for. */
    reason: z.string().trim().max(200, 'tooLong').optional(),
  }),
  z.strictObject({ kind: z.literal('tags'), add: tags, remove: tags }),
  z.strictObject({ kind: z.literal('snooze'), until: z.coerce.date() }),
  z.strictObject({ kind: z.literal('wake') }),
  z.strictObject({ kind: z.literal('macro'), macro: id, confirmed: z.boolean().default(false) }),
  /** All of one customer into one; `into` is among them. */
  z.strictObject({ kind: z.literal('merge'), into: id }),
  z.strictObject({ kind: z.literal('read') }),
  z.strictObject({ kind: z.literal('unread') }),
])
export type BulkChange = z.infer<typeof BulkChange>

/** Which tickets: named ones as they were seen, or all that match a view and a question in the queue's grammar. */
export const BulkInput = z.strictObject({
  change: BulkChange,
  tickets: z
    .array(z.strictObject({ id, version: z.int().min(1).optional() }))
    .min(1)
    .max(2_000)
    .optional(),
  ask: z.strictObject({ view: z.string().max(64).default('all'), q: z.string().max(2_000).default('') }).optional(),
  except: z.array(id).max(2_000).optional(),
})
export type BulkInput = z.infer<typeof BulkInput>

/** How a run stands. `left`: not reached yet, or left alone when it was cancelled. */
export type BulkProgress = {
  id: string
  state: BulkState
  kind: BulkChange['kind']
  total: number
  changed: number
  skipped: number
  undone: number
  kept: number
  left: number
  /** Why tickets were skipped: how many by refusal code, most first. */
  skips: { code: string; n: number }[]
  /** Until when it can be taken back; null when it cannot. */
  undoUntil: Date | null
  createdAt: Date
  endedAt: Date | null
}

/** To how many people a macro would write, and to how many it cannot. */
export type BulkRecipients = {
  total: number
  recipients: number
  declined: number
  unreachable: number
  suppressed: number
}
