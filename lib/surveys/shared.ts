import { z } from 'zod'
import { type Category, channels, commentTypes, solvedAnswers } from '@/db/words/surveys'
import { isCurrency, toMinor } from '@/lib/kit/money'
import { emailKey, slugShape } from '@/lib/kit/text'

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

/** Class of an NPS score (0–10): 9–10 promoter, 7–8 passive, 0–6 detractor. */
export const categoryOf = (score: number): Category => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor')

export const slug = z.string().max(64).regex(slugShape, 'a slug: a–z, 0–9 and hyphens')
const words = (length: number) => z.string().max(length)

const money = z
  .strictObject({
    amount: z.string().regex(/^\d{1,13}(\.\d{1,4})?$/, 'a decimal number as text'),
    currency: z.string(),
  })
  .superRefine(({ amount, currency }, context) => {
    if (!isCurrency(currency)) context.addIssue({ code: 'custom', path: ['currency'], message: 'an ISO 4217 code' })
    else if (toMinor(amount, currency) === null)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'no amount of this currency' })
  })

const email = z
  .string()
  .max(254)
  .refine((address) => emailKey(address) !== null, 'an e-mail address')

/** Who answered: present fields overwrite what is known, absent ones keep it, null clears. */
export const CustomerInput = z.strictObject({
  externalId: words(128).min(1).nullish(),
  email: email.nullish(),
  name: words(200).nullish(),
  phone: z
    .string()
    .max(40)
    .regex(/^[+\d][\d\s().-]{4,}$/, 'a telephone number')
    .nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/, 'a language code')
    .nullish(),
  segment: words(64).nullish(),
  annualValue: money.nullish(),
})
export type CustomerInput = z.infer<typeof CustomerInput>

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

/** What a customer says when asked again. */
export const RecoveryAnswer = z.strictObject({
  score: z.int().min(0).max(10),
  solved: z.enum(solvedAnswers),
  comment: words(longestComment).nullish(),
})
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>
