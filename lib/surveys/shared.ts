import { z } from 'zod'
import { type Category, channels, commentTypes, solvedAnswers } from '@/db/words/surveys'
import { CustomerInput } from '@/lib/customers/shared'
import { slugShape } from '@/lib/kit/text'

export {
  type Category,
  type Channel,
  type CommentType,
  categories,
  channels,
  commentTypes,
  type InvitationState,
  invitationStates,
  responseKinds,
  type Solved,
  solvedAnswers,
  surveyKinds,
  surveyStatuses,
} from '@/db/words/surveys'
export { CustomerInput } from '@/lib/customers/shared'

/** Class of an NPS score (0–10): 9–10 promoter, 7–8 passive, 0–6 detractor. */
export const categoryOf = (score: number): Category => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor')

export const slug = z.string().max(64).regex(slugShape, 'a slug: a–z, 0–9 and hyphens')
const words = (length: number) => z.string().max(length)

/** Largest comment, in UTF-16 code units: 256 KiB of text. */
export const longestComment = 262_144

/** The fields of `POST /api/v1/responses`, of a row of an import and of the survey page alike. */
export const ResponseInput = z.strictObject({
  survey: slug,
  score: z.int().min(0).max(10),
  touchpoint: slug.nullish(),
  channel: z.enum(channels).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/, 'a language code')
    .optional(),
  reasons: z.array(slug).max(20).optional(),
  comment: words(longestComment).nullish(),
  commentType: z.enum(commentTypes).nullish(),
  contactAllowed: z.boolean().nullish(),
  customer: CustomerInput.nullish(),
  submittedAt: z.iso.datetime({ offset: true }).optional(),
  externalId: words(255).min(1).nullish(),
  attributes: z
    .record(words(64), words(1_000))
    .optional()
    .refine((its) => !its || Object.keys(its).length <= 50, 'at most 50'),
})
export type ResponseInput = z.infer<typeof ResponseInput>

/** What a customer may say anew for a day: the whole answer, as it is to stand. */
export const AnswerChange = z.strictObject({
  score: z.int().min(0).max(10),
  reasons: z.array(slug).max(20),
  comment: words(longestComment).nullable(),
  commentType: z.enum(commentTypes).nullable(),
})
export type AnswerChange = z.infer<typeof AnswerChange>

/** What a customer says when asked again. */
export const RecoveryAnswer = z.strictObject({
  score: z.int().min(0).max(10),
  solved: z.enum(solvedAnswers),
  comment: words(longestComment).nullish(),
})
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>
