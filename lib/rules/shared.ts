import { z } from 'zod'
import { categories, channels, commentTypes } from '@/db/words/surveys'
import { priorities } from '@/db/words/tickets'
import { isCurrency } from '@/lib/kit/money'
import { slugShape } from '@/lib/kit/text'

const not = z.boolean().default(false)
const slug = z.string().regex(slugShape)
// Messages name a sentence of `refusal.field`; the sentence is written at the edge.
const anyOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ anyOf: z.array(item).min(1, 'chooseSome').max(60, 'tooLong'), not })
const score = z.number('scoreWrong').int('scoreWrong').min(0, 'scoreWrong').max(10, 'scoreWrong')

/** A word or phrase as it was typed, compared without accents or capitals; a star at the end stands for any ending. */
const Phrase = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .max(60, 'tooLong')
      .regex(/^[^*]+[\p{L}\p{N}]\*?$/u, 'phraseWrong'),
  )

/** When a rule applies: everything that is named must hold; what is not named does not matter. `not` turns one about. */
export const Conditions = z.strictObject({
  score: z
    .strictObject({ min: score, max: score, not })
    .refine(({ min, max }) => min <= max, 'scoreOrder')
    .optional(),
  category: anyOf(z.enum(categories)).optional(),
  survey: anyOf(slug).optional(),
  touchpoint: anyOf(slug).optional(),
  stage: anyOf(slug).optional(),
  channel: anyOf(z.enum(channels)).optional(),
  segment: anyOf(z.string().trim().min(1).max(120)).optional(),
  /** The customer's annual value, minor units: at least so much, in this very currency. */
  value: z
    .strictObject({
      atLeast: z.number('amountWrong').int('amountWrong').min(0, 'amountWrong'),
      currency: z.string().refine(isCurrency, 'amountWrong'),
      not,
    })
    .optional(),
  reason: anyOf(slug).optional(),
  commentType: anyOf(z.enum(commentTypes)).optional(),
  language: anyOf(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'languageWrong')).optional(),
  contactAllowed: z.boolean().optional(),
  words: anyOf(Phrase).optional(),
})
export type Conditions = z.infer<typeof Conditions>
export type Field = keyof Conditions

/** The fields of a condition in the order in which they are read, shown and tested. */
export const fields = Object.keys(Conditions.shape) as Field[]

export const assigneeWays = ['none', 'round_robin', 'least_open', 'person'] as const

const Assignee = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['none', 'round_robin', 'least_open']) }),
  z.strictObject({ by: z.literal('person'), user: z.string().min(1, 'choose') }),
])
export type Assignee = z.infer<typeof Assignee>

/** What a rule does: opens a ticket, or settles that there is none. */
export const Action = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('open'),
    priority: z.enum(['by_score', ...priorities]),
    /** `owner` is the team that answers for the touchpoint; otherwise a team's slug. */
    team: z.union([z.literal('owner'), slug]),
    assignee: Assignee,
    /** Slug of a policy; null is the team's own or the standard one. */
    slaPolicy: slug.nullable(),
  }),
  z.strictObject({ do: z.literal('none') }),
])
export type Action = z.infer<typeof Action>

/** What a person may write about a rule. `names` holds its name in other languages. */
export const RuleInput = z.strictObject({
  name: z.string().trim().min(1, 'nameNeeded').max(120, 'tooLong'),
  names: z.partialRecord(z.enum(['es', 'en']), z.string().trim().min(1).max(120)).default({}),
  conditions: Conditions,
  action: Action,
})
export type RuleInput = z.infer<typeof RuleInput>

/** Rules are asked in the order of `position`; the first that matches decides. */
export type Rule = {
  id: string
  slug: string
  name: string
  names: Record<string, string>
  position: number
  active: boolean
  conditions: Conditions
  action: Action
  version: number
}

/** What is known of an answer when rules are asked. Slugs throughout; `comment` is folded (`fold`), '' without one. */
export type ResponseFacts = {
  score: number
  category: (typeof categories)[number]
  survey: string
  touchpoint: string | null
  stage: string | null
  channel: (typeof channels)[number]
  segment: string | null
  /** Minor units of `valueCurrency`. */
  annualValue: number | null
  valueCurrency: string | null
  reasons: readonly string[]
  commentType: (typeof commentTypes)[number] | null
  language: string
  comment: string
  contactAllowed: boolean
}

/** What the deciding rule asks for: a ticket, and how. */
export type Plan = Omit<Extract<Action, { do: 'open' }>, 'do'> & { ruleId: string }
