'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { OrganizationInput, updateOrganization } from '@/lib/identity'
import { toMinor } from '@/lib/kit/money'

const Given = OrganizationInput.omit({ valueThreshold: true })
  .extend({ contactDefault: z.literal('on').optional(), valueThreshold: z.string().trim().max(20).optional() })
  .transform(({ contactDefault, valueThreshold, ...rest }, context) => {
    const amount = (valueThreshold ?? '').replaceAll(/[\s,$]/g, '')
    const minor = amount === '' ? null : toMinor(amount, rest.currency)
    if (amount !== '' && minor === null)
      context.addIssue({ code: 'custom', path: ['valueThreshold'], message: 'amountWrong' })
    return { ...rest, contactDefault: contactDefault === 'on', valueThreshold: minor }
  })

/** The organization as its settings say. */
export const saveOrganization = answering(action(Given, (actor, input, now) => updateOrganization(actor, input, now)))
