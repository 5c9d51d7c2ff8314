'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { createPolicy, PolicyInput, updatePolicy } from '@/lib/setup'
import { priorities } from '@/lib/tickets/shared'

const hours = (most: number) =>
  z.coerce
    .number('numberWrong')
    .min(0.25, 'numberWrong')
    .max(most, 'numberWrong')
    .transform((count) => Math.round(count * 60))
const pair = { firstContact: hours(1_000), resolution: hours(10_000) }
const cells = priorities.flatMap((priority) =>
  Object.entries(pair).map(([what, shape]) => [`${priority}.${what}`, shape] as const),
)

// Eight cells in hours and one wait, as the policy's own input in minutes.
const Given = z
  .object({ name: PolicyInput.shape.name, waitHours: hours(1_600), ...Object.fromEntries(cells) })
  .transform(({ name, waitHours, ...its }) => {
    const cell = (priority: string, what: string) => Number((its as Record<string, unknown>)[`${priority}.${what}`])
    const of = (priority: string) => ({
      firstContact: cell(priority, 'firstContact'),
      resolution: cell(priority, 'resolution'),
    })
    const targets = { urgent: of('urgent'), high: of('high'), normal: of('normal'), low: of('low') }
    return { name, waitLimit: waitHours, targets }
  })

/** Another policy, for rules to choose. */
export const addPolicy = answering(action(Given, (actor, input, now) => createPolicy(actor, input, now)))

const Change = z.object({ id: z.string().max(64), version: z.coerce.number().int() })

/** The deadlines of a policy. */
export const savePolicy = answering(
  action(Change.and(Given), (actor, { id, version, ...input }, now) => updatePolicy(actor, id, version, input, now)),
)
