import { fold } from '@/lib/kit/text'
import { type Action, type Conditions, type Field, fields, type Plan, type ResponseFacts, type Rule } from './shared'
import { finder } from './words'

type Test = (facts: ResponseFacts) => boolean
type Testers = { [F in Field]: (wanted: NonNullable<Conditions[F]>) => Test }
type Askable = Pick<Rule, 'id' | 'active' | 'conditions' | 'action'>

/**
 * Readies rules, given in their order, to be asked of many answers: the first active rule whose conditions all hold
 * decides; null when it wants no ticket or none holds. Pure, some microseconds an answer.
 */
export function compile(rules: readonly Askable[]): (facts: ResponseFacts) => Plan | null {
  const ready = rules
    .filter((rule) => rule.active)
    .map((rule) => ({ holds: together(rule.conditions), plan: planOf(rule.id, rule.action) }))
  return (facts) => {
    for (const { holds, plan } of ready) if (holds(facts)) return plan
    return null
  }
}

/** Whether all conditions of one rule hold. */
export function together(conditions: Conditions): Test {
  const tests = fields.flatMap((field) => testOf(field, conditions) ?? [])
  return (facts) => {
    for (const test of tests) if (!test(facts)) return false
    return true
  }
}

/** The test of one field, or null when the rule does not ask for it. */
export function testOf<F extends Field>(field: F, conditions: Conditions): Test | null {
  const wanted = conditions[field]
  return wanted === undefined || wanted === null ? null : testers[field](wanted)
}

const among = (wanted: { anyOf: readonly string[]; not: boolean }, read: (facts: ResponseFacts) => string | null) => {
  const set = new Set(wanted.anyOf)
  return turned(wanted.not, (facts) => {
    const value = read(facts)
    return value !== null && set.has(value)
  })
}

const turned = (not: boolean, test: Test): Test => (not ? (facts) => !test(facts) : test)

const testers: Testers = {
  score: ({ min, max, not }) => turned(not, (facts) => facts.score >= min && facts.score <= max),
  category: (wanted) => among(wanted, (facts) => facts.category),
  survey: (wanted) => among(wanted, (facts) => facts.survey),
  touchpoint: (wanted) => among(wanted, (facts) => facts.touchpoint),
  stage: (wanted) => among(wanted, (facts) => facts.stage),
  channel: (wanted) => among(wanted, (facts) => facts.channel),
  segment: ({ anyOf, not }) =>
    among({ anyOf: anyOf.map(fold), not }, (facts) => (facts.segment === null ? null : fold(facts.segment))),
  value: ({ atLeast, currency, not }) =>
    turned(not, ({ annualValue, valueCurrency }) => valueCurrency === currency && (annualValue ?? -1) >= atLeast),
  reason: ({ anyOf, not }) => {
    const set = new Set(anyOf)
    return turned(not, (facts) => facts.reasons.some((reason) => set.has(reason)))
  },
  commentType: (wanted) => among(wanted, (facts) => facts.commentType),
  language: ({ anyOf, not }) => {
    const set = new Set(anyOf.map((language) => language.toLowerCase()))
    return turned(not, (facts) => {
      const language = facts.language.toLowerCase()
      return set.has(language) || set.has(language.split('-', 1)[0] ?? '')
    })
  },
  contactAllowed: (wanted) => (facts) => facts.contactAllowed === wanted,
  words: ({ anyOf, not }) => {
    const find = finder(anyOf.map(fold))
    return turned(not, (facts) => find(facts.comment))
  },
}

function planOf(ruleId: string, action: Action): Plan | null {
  switch (action.do) {
    case 'open': {
      const { priority, team, assignee, slaPolicy } = action
      return { ruleId, priority, team, assignee, slaPolicy }
    }
    case 'none':
      return null
    default:
      return action satisfies never
  }
}
