import { z } from 'zod'
import { contactChannels, contactOutcomes, directions } from '@/db/words/tickets'

export { type MessageKind, messageKinds } from '@/db/words/followups'
export type { Verdict } from './verdict'

const words = z.string().trim().min(1).max(20_000)
const version = z.coerce.number().int().min(1).optional()

/** What a person writes to a customer; `version` is the ticket as it was seen, absent: whatever stands. */
export const ReplyInput = z.strictObject({
  text: words,
  version,
  /** Then wait for the customer, or resolve with these very words as the summary. */
  next: z.enum(['wait', 'resolve']).optional(),
})
export type ReplyInput = z.infer<typeof ReplyInput>

/** A call or visit that happened just now. */
export const ContactInput = z.strictObject({
  channel: z.enum(contactChannels),
  direction: z.enum(directions).default('out'),
  outcome: z.enum(contactOutcomes),
  minutes: z.coerce.number().int().min(0).max(1_440).nullish(),
  note: z.string().trim().max(5_000).nullish(),
})

/** What resolving asks for: the cause (slug or id), what was done, and what the customer reads of it. */
export const ResolveInput = z.strictObject({
  rootCause: z.string().max(64).nullish(),
  actionTaken: z.string().trim().max(5_000).nullish(),
  summary: z.string().trim().max(20_000).nullish(),
  contact: ContactInput.nullish(),
  version,
})
export type ResolveInput = z.infer<typeof ResolveInput>

/** What a customer writes on their own page. */
export const CustomerWords = z.strictObject({ text: words })
/** What a customer may add when it is not solved. */
export const ReopenWords = z.strictObject({ text: z.string().trim().max(20_000).optional() })
