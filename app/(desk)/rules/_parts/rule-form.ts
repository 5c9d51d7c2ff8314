import { z } from 'zod'
import { toMinor } from '@/lib/kit/money'
import { fields, RuleInput } from '@/lib/rules/shared'

const text = z.string().default('')
const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]).filter(Boolean))

/** The fields of the rule form, one condition a section: `how.survey` says whether it counts, `survey[]` what is chosen. */
const Posted = z
  .object({
    name: text,
    scoreMin: text,
    scoreMax: text,
    category: list,
    survey: list,
    touchpoint: list,
    stage: list,
    channel: list,
    reason: list,
    commentType: list,
    segment: text,
    language: text,
    amount: text,
    currency: text,
    words: text,
    do: text,
    priority: text,
    team: text,
    assignee: text,
    person: text,
    slaPolicy: text,
  })
  .catchall(z.unknown())

/** What was posted, as the rule's own input; the domain's schema then says what is wrong with it, by field. */
export const RuleForm = Posted.transform((form) => ({
  name: form.name,
  conditions: Object.fromEntries(fields.flatMap((field) => conditionOf(field, form))),
  action: actionOf(form),
})).pipe(RuleInput)

/** Only the conditions: what the dry run needs. */
export const ConditionsForm = Posted.transform((form) => ({
  name: form.name || '-',
  conditions: Object.fromEntries(fields.flatMap((field) => conditionOf(field, form))),
  action: { do: 'none' },
})).pipe(RuleInput)

type Form = z.output<typeof Posted>

function conditionOf(field: (typeof fields)[number], form: Form): [string, unknown][] {
  const how = form[`how.${field}`]
  if (field === 'contactAllowed') return how === 'yes' || how === 'no' ? [[field, how === 'yes']] : []
  if (how !== 'is' && how !== 'not') return []
  const not = how === 'not'
  if (field === 'score') return [[field, { min: Number(form.scoreMin), max: Number(form.scoreMax), not }]]
  if (field === 'value') return [[field, { atLeast: minorOf(form), currency: form.currency, not }]]
  if (field === 'words') return [[field, { anyOf: split(form.words, /[\n,]/), not }]]
  if (field === 'segment' || field === 'language') return [[field, { anyOf: split(form[field], /,/), not }]]
  return [[field, { anyOf: form[field], not }]]
}

// NaN is what the schema then refuses, with the field's name.
const minorOf = ({ amount, currency }: Form): number => {
  try {
    return toMinor(amount.trim(), currency) ?? Number.NaN
  } catch {
    return Number.NaN
  }
}

const actionOf = (form: Form) =>
  form.do === 'none'
    ? { do: 'none' }
    : {
        do: 'open',
        priority: form.priority,
        team: form.team,
        assignee: form.assignee === 'person' ? { by: 'person', user: form.person } : { by: form.assignee },
        slaPolicy: form.slaPolicy || null,
      }

const split = (given: string, separator: RegExp): string[] =>
  given
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
