import { z } from 'zod'
import {
  contactChannels,
  contactOutcomes,
  directions,
  discardReasons,
  priorities,
  ticketStatuses,
} from '@/db/words/tickets'

// Issues name a code of the catalogue's `refusal.field`; the sentence is written at the edge.
const ref = z.string().trim().min(1).max(254)
const words = (most: number) => z.string().trim().min(1, 'missing').max(most, 'tooLong')
/** The version that the reader saw; without it the last word counts. */
const version = z.coerce.number().int().min(1).optional()

/** `assignee`: id or e-mail of a person; null for nobody. `anyway`: also to somebody who is away. */
export const AssignInput = z.object({ assignee: ref.nullable(), anyway: z.boolean().optional(), version })
export const StatusInput = z.object({
  status: z.enum(ticketStatuses),
  /** What is waited for, in the agent's own words; or why it is discarded. */
  reason: z.string().trim().max(200, 'tooLong').optional(),
  /** Of a waiting: comes back by itself then. */
  until: z.coerce.date().optional(),
  version,
})
export const PriorityInput = z.object({ priority: z.enum(priorities), version })
/** `team`: id or slug. */
export const TeamInput = z.object({ team: ref, version })
/** `touchpoint`: id or slug; null for none. */
export const TouchpointInput = z.object({ touchpoint: ref.nullable(), version })
/** `rootCause`: id or slug; null takes it back. */
export const RootCauseInput = z.object({ rootCause: ref.nullable(), version })
/** The whole set; each becomes a slug. */
export const TagsInput = z.object({ tags: z.array(z.string().trim().min(1).max(64)).max(20), version })
export const NoteInput = z.object({ text: words(20_000) })
export const ContactInput = z.object({
  channel: z.enum(contactChannels),
  direction: z.enum(directions).default('out'),
  outcome: z.enum(contactOutcomes),
  minutes: z.coerce.number().int().min(0).max(1_440).optional(),
  note: z.string().trim().max(4_000, 'tooLong').optional(),
  at: z.coerce.date().optional(),
})
export const ContactLogInput = ContactInput.extend({ version })
export const DiscardInput = z.object({ reason: z.enum(discardReasons), version })
export const ReopenInput = z.object({ version })
/** `into`: id of the ticket that stays. */
export const MergeInput = z.object({ into: ref, version })
/** What is missing is told by the decision, all at once. */
export const ResolveInput = z.object({
  rootCause: ref.nullish(),
  actionTaken: z.string().trim().max(4_000, 'tooLong').nullish(),
  summary: z.string().trim().max(4_000, 'tooLong').nullish(),
  contact: ContactInput.optional(),
  version,
})
/** Several properties at once: all or nothing. */
export const PatchInput = z.object({
  status: z.enum(ticketStatuses).optional(),
  assignee: ref.nullable().optional(),
  /** Gives it also to somebody who is away. */
  anyway: z.boolean().optional(),
  team: ref.optional(),
  priority: z.enum(priorities).optional(),
  touchpoint: ref.nullable().optional(),
  rootCause: ref.nullable().optional(),
  tags: TagsInput.shape.tags.optional(),
  version,
})
/** A ticket made by hand. `customer` is an id, `team` and `touchpoint` id or slug; without a team the touchpoint's owner. */
export const CreateInput = z.object({
  title: words(200),
  customer: ref.optional(),
  touchpoint: ref.optional(),
  team: ref.optional(),
  assignee: ref.optional(),
  priority: z.enum(priorities).optional(),
  language: z.string().trim().min(2).max(12).optional(),
})

export type AssignInput = z.infer<typeof AssignInput>
export type StatusInput = z.infer<typeof StatusInput>
export type PriorityInput = z.infer<typeof PriorityInput>
export type TeamInput = z.infer<typeof TeamInput>
export type TouchpointInput = z.infer<typeof TouchpointInput>
export type RootCauseInput = z.infer<typeof RootCauseInput>
export type TagsInput = z.infer<typeof TagsInput>
export type NoteInput = z.infer<typeof NoteInput>
export type ContactInput = z.infer<typeof ContactInput>
export type ContactLogInput = z.infer<typeof ContactLogInput>
export type DiscardInput = z.infer<typeof DiscardInput>
export type ReopenInput = z.infer<typeof ReopenInput>
export type MergeInput = z.infer<typeof MergeInput>
export type ResolveInput = z.infer<typeof ResolveInput>
export type PatchInput = z.infer<typeof PatchInput>
export type CreateInput = z.infer<typeof CreateInput>
