import { z } from 'zod'
import { formsOfAddress, roles, scopes } from '@/db/words/identity'
import { isCurrency } from '@/lib/kit/money'
import { isZone } from '@/lib/kit/period'
import { emailKey } from '@/lib/kit/text'

// Issues name a code of the catalogue's `refusal.field`; the sentence is written at the edge.
const needed = (code: string, length: number) => z.string().trim().min(1, code).max(length, 'tooLong')
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]),
    z.array(item),
  )

export const PersonName = needed('nameNeeded', 120)
export const Email = z
  .string()
  .trim()
  .max(254, 'tooLong')
  .refine((address) => emailKey(address) !== null, 'emailWrong')
/** Only that there is one: what makes a new one good is `passwordFault`. */
export const Password = z.string().min(1, 'passwordNeeded').max(1_000, 'tooLong')
export const LocaleWord = z.enum(['es', 'en'], 'choose')
export const Zone = z.string().refine(isZone, 'zoneWrong')
const id = z.string().min(1).max(64)
const blank = <T extends z.ZodType>(schema: T) => z.preprocess((given) => (given === '' ? undefined : given), schema)

export const SignInInput = z.object({ email: z.string().max(254), password: z.string().max(1_000) })
export const InviteInput = z.object({
  name: blank(PersonName.optional()),
  email: blank(Email.optional()),
  role: z.enum(roles, 'choose'),
  teams: list(id),
  locale: LocaleWord.optional(),
})
export const AcceptInput = z.object({
  name: PersonName,
  email: Email,
  password: Password,
  /** The language in which the invitation was read. */
  locale: LocaleWord.optional(),
})
export const NewUserInput = z.object({
  name: PersonName,
  email: Email,
  role: z.enum(roles, 'choose'),
  teams: list(id),
  password: Password.optional(),
  locale: LocaleWord.optional(),
  timeZone: Zone.optional(),
})
export const UserPatch = z.object({
  name: PersonName.optional(),
  email: Email.optional(),
  role: z.enum(roles, 'choose').optional(),
  teams: list(id).optional(),
  active: z.boolean().optional(),
})
export const MePatch = z.object({
  name: PersonName.optional(),
  locale: LocaleWord.optional(),
  timeZone: Zone.optional(),
  shortcuts: z.boolean().optional(),
})
export const PasswordChange = z.object({ current: Password, password: Password })
export const TeamInput = z.object({
  name: needed('nameNeeded', 80),
  nameOther: z.string().trim().max(80, 'tooLong').optional(),
  calendarId: blank(id.optional()),
  slaPolicyId: blank(id.nullish()),
})
export const KeyInput = z.object({
  name: needed('nameNeeded', 80),
  scopes: list(z.enum(scopes)).refine((its) => its.length > 0, 'scopesNeeded'),
  rate: z.coerce
    .number('numberWrong')
    .int('numberWrong')
    .min(0, 'numberWrong')
    .max(100_000, 'numberWrong')
    .default(1_000),
})
export const OrganizationInput = z.object({
  name: needed('nameNeeded', 120),
  country: z.string().regex(/^[A-Z]{2}$/, 'choose'),
  locale: LocaleWord,
  timeZone: Zone,
  currency: z.string().refine(isCurrency, 'choose'),
  formOfAddress: z.enum(formsOfAddress, 'choose'),
  contactDefault: z.boolean(),
  /** Minor units of `currency`; null: value never raises a priority. */
  valueThreshold: z.number().int().min(0).nullable(),
  /** Minor units of `currency` above which a gesture needs a lead; null: none does. */
  gestureLimit: z.number().int().min(0).nullable().optional(),
})

export type InviteInput = z.infer<typeof InviteInput>
export type AcceptInput = z.infer<typeof AcceptInput>
export type NewUserInput = z.infer<typeof NewUserInput>
export type UserPatch = z.infer<typeof UserPatch>
export type MePatch = z.infer<typeof MePatch>
export type TeamInput = z.infer<typeof TeamInput>
export type KeyInput = z.infer<typeof KeyInput>
export type OrganizationInput = z.infer<typeof OrganizationInput>
