import { z } from 'zod'
import { draftKinds } from '@/db/words/desk'

/** What somebody began to write; empty text lets it go. `seenMessageId`: the last message they had read when they began. */
export const DraftInput = z.strictObject({
  kind: z.enum(draftKinds),
  text: z.string().max(20_000, 'tooLong'),
  seenMessageId: z.string().max(64).nullish(),
})
export type DraftInput = z.infer<typeof DraftInput>
