import { z } from 'zod'
import { sharings } from '@/db/words/desk'
import { discardReasons, priorities } from '@/db/words/tickets'

const ref = z.string().trim().min(1).max(254)
/** Words by language; the ticket's language chooses, else the organization's, else whichever there is. */
const Texts = z.partialRecord(z.enum(['es', 'en']), z.string().trim().max(20_000, 'tooLong'))
const tags = z.array(z.string().trim().min(1).max(64)).max(20).default([])

/** What becomes of the words: `write` puts them in the composer, the others send them. */
export const replyWays = ['write', 'send', 'wait', 'resolve'] as const
export const macroStatuses = ['in_progress', 'waiting_customer', 'waiting_third_party', 'discarded'] as const

/** What a macro does. Refs are ids or slugs; `assignee`: `me`, `none` or a person. */
export const MacroDeeds = z.strictObject({
  reply: z.strictObject({ texts: Texts, way: z.enum(replyWays) }).optional(),
  note: z.strictObject({ texts: Texts }).optional(),
  team: ref.optional(),
  touchpoint: ref.optional(),
  assignee: ref.optional(),
  priority: z.enum(priorities).optional(),
  rootCause: ref.optional(),
  tags: z.strictObject({ add: tags, remove: tags }).optional(),
  /** `reason` of a discarding is one of its codes; of a waiting what is waited for. */
  status: z.strictObject({ to: z.enum(macroStatuses), reason: z.string().trim().max(200).optional() }).optional(),
  /** Hours out of the working views. */
  snoozeHours: z.coerce.number().int().min(1).max(2_160).optional(),
  /** Of a resolving: what was done. */
  action: z.strictObject({ texts: Texts }).optional(),
})
export type MacroDeeds = z.infer<typeof MacroDeeds>

/** A macro as somebody writes it. `sharing` `team` names its team; `version` is the one that was seen. */
export const MacroInput = z.strictObject({
  id: z.string().max(64).optional(),
  name: z.string().trim().min(1, 'missing').max(120, 'tooLong'),
  /** The name in the language that the organization does not speak first. */
  names: z.partialRecord(z.enum(['es', 'en']), z.string().trim().max(120, 'tooLong')).default({}),
  sharing: z.enum(sharings).default('own'),
  team: ref.optional(),
  deeds: MacroDeeds,
  version: z.coerce.number().int().min(1).optional(),
})
export type MacroInput = z.infer<typeof MacroInput>

/** Kinds of side effects, in the order in which a macro works. */
export const effectKinds = [
  'team',
  'touchpoint',
  'assignee',
  'priority',
  'rootCause',
  'tagsAdd',
  'tagsRemove',
  'note',
  'write',
  'send',
  'wait',
  'resolve',
  'status',
  'snooze',
] as const
export type EffectKind = (typeof effectKinds)[number]

/** One side effect: `value` is a code or id, `name` what a person reads of it, `changes` whether the ticket stands otherwise now. */
export type Effect = { kind: EffectKind; value: string | null; name: string | null; changes: boolean }

/** Whether a discarding's reason is one of its codes. */
export const isDiscardReason = (reason: string | undefined): boolean => discardReasons.some((code) => code === reason)
