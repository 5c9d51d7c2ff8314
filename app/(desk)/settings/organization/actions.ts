'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { OrganizationInput, updateOrganization } from '@/lib/identity'
import { toMinor } from '@/lib/kit/money'

const amount = z.string().trim().max(20).optional()

const Given = OrganizationInput.omit({ valueThreshold: true, gestureLimit: true })
  .extend({ contactDefault: z.literal('on').optional(), valueThreshold: amount, gestureLimit: amount })
  .transform(({ contactDefault, valueThreshold, gestureLimit, ...rest }, context) => {
    const minorOf = (path: 'valueThreshold' | 'gestureLimit', given = '') => {
      const figure = given.replaceAll(/[\s,$]/g, '')
      const minor = figure === '' ? null : toMinor(figure, rest.currency)
      if (figure !== '' && minor === null) context.addIssue({ code: 'custom', path: [path], message: 'amountWrong' })
      return minor
    }
    return {
      ...rest,
      contactDefault: contactDefault === 'on',
      valueThreshold: minorOf('valueThreshold', valueThreshold),
      gestureLimit: minorOf('gestureLimit', gestureLimit),
    }
  })

/** The organization as its settings say. */
export const saveOrganization = answering(action(Given, (actor, input, now) => updateOrganization(actor, input, now)))
