'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { createRule, dryRun, moveRule, retireRule, switchRule, updateRule } from '@/lib/rules'
import { ConditionsForm, RuleForm } from './_parts/rule-form'
import { shownRun } from './_parts/shown-run'

const id = z.string().min(1)

/** Writes a new rule, or an old one anew when the form names its id and version. */
export const saveRule = action(
  z.looseObject({ id: z.string().default(''), version: z.coerce.number().default(0) }).transform((form, context) => {
    const rule = RuleForm.safeParse(form)
    if (rule.success) return { id: form.id, version: form.version, rule: rule.data }
    for (const issue of rule.error.issues)
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    return z.NEVER
  }),
  async (actor, { id: known, version, rule }, now) => {
    if (!known) return createRule(actor, rule, now)
    await updateRule(actor, known, version, rule, now)
    return { id: known }
  },
)

/** Which of the last answers the conditions of the form would catch; stores nothing. */
export const tryRule = action(
  z.looseObject({ id: z.string().default('') }).transform((form, context) => {
    const rule = ConditionsForm.safeParse(form)
    if (rule.success) return { id: form.id || null, conditions: rule.data.conditions }
    for (const issue of rule.error.issues)
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    return z.NEVER
  }),
  async (actor, { id: known, conditions }, now) => shownRun(await dryRun(actor, conditions, known), actor, now),
)

export const move = action(z.object({ id, way: z.enum(['up', 'down']) }), (actor, { id: rule, way }, now) =>
  moveRule(actor, rule, way, now),
)

export const switchOver = action(
  z.object({ id, active: z.enum(['true', 'false']) }),
  (actor, { id: rule, active }, now) => switchRule(actor, rule, active === 'true', now),
)

export const retire = action(z.object({ id }), (actor, { id: rule }, now) => retireRule(actor, rule, now))
