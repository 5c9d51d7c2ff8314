import { z } from 'zod'
import { isCurrency, toMinor } from '@/lib/kit/money'
import { emailKey } from '@/lib/kit/text'

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

/** Who somebody is: present fields overwrite what is known, absent ones keep it, null clears. */
export const CustomerInput = z.strictObject({
  externalId: z.string().max(128).min(1).nullish(),
  email: email.nullish(),
  name: z.string().max(200).nullish(),
  phone: z
    .string()
    .max(40)
    .regex(/^[+\d][\d\s().-]{4,}$/, 'a telephone number')
    .nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Za-z0-9]{2,8})?$/, 'a language code')
    .nullish(),
  segment: z.string().max(64).nullish(),
  annualValue: money.nullish(),
})
export type CustomerInput = z.infer<typeof CustomerInput>

/** A change to what is known of somebody; `surveys: false` is an opt-out from being asked, true takes it back. */
export const CustomerPatch = CustomerInput.extend({ surveys: z.boolean().optional() })
export type CustomerPatch = z.infer<typeof CustomerPatch>
