'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { customerById, eraseCustomer, updateCustomer } from '@/lib/customers'
import { CustomerPatch } from '@/lib/customers/shared'
import { demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { fold } from '@/lib/kit/text'

const text = z
  .string()
  .default('')
  .transform((given) => given.trim() || null)

// Programs are told in English what a field takes; people in their language, by the sentence's name.
const wrong: Record<string, string> = {
  email: 'emailWrong',
  phone: 'phoneWrong',
  language: 'languageWrong',
  annualValue: 'amountWrong',
}

/** The form of a customer's details as the domain's patch: an emptied field clears. */
const Correction = z
  .object({
    id: z.string(),
    version: z.coerce.number(),
    name: text,
    email: text,
    phone: text,
    language: text,
    segment: text,
    amount: text,
    currency: z.string().default(''),
    surveys: z.literal('on').optional(),
  })
  .transform(({ id, version, amount, currency, surveys, ...facts }, context) => {
    const annualValue = amount === null ? null : { amount, currency }
    const patch = CustomerPatch.safeParse({ ...facts, annualValue, surveys: surveys === 'on' })
    if (patch.success) return { id, version, patch: patch.data }
    for (const { path, message } of patch.error.issues) {
      context.addIssue({ code: 'custom', path, message: wrong[String(path[0])] ?? message })
    }
    return z.NEVER
  })

export const correct = action(Correction, (actor, { id, version, patch }, now) =>
  updateCustomer(actor, id, patch, version, now),
)

/** Erases for good; the name or e-mail typed by hand is the second look. */
export const erase = action(z.object({ id: z.string(), confirm: z.string() }), async (actor, { id, confirm }, now) => {
  demand(actor, 'customers.erase')
  const customer = await customerById(actor, id)
  const names = [customer.name, customer.email, customer.phone, customer.externalId].flatMap((name) =>
    name ? [fold(name)] : [],
  )
  if (!names.includes(fold(confirm))) refuse('customer.mismatch')
  await eraseCustomer(actor, id, now)
})
