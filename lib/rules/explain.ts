import { testOf, together } from './match'
import { type Field, fields, type ResponseFacts, type Rule } from './shared'

/** How one rule stood to one answer. `decides`: the first that matched; `later`: it matches too, but another came before. */
export type Explanation = {
  ruleId: string
  outcome: 'decides' | 'later' | 'no' | 'off'
  conditions: { field: Field; holds: boolean }[]
}

/** Why each rule matched or did not, in order, for people. */
export function explain(rules: readonly Rule[], facts: ResponseFacts): Explanation[] {
  let decided = false
  return rules.map((rule) => {
    const conditions = fields.flatMap((field) => {
      const test = testOf(field, rule.conditions)
      return test ? [{ field, holds: test(facts) }] : []
    })
    const outcome = outcomeOf(rule, together(rule.conditions)(facts), decided)
    decided ||= outcome === 'decides'
    return { ruleId: rule.id, outcome, conditions }
  })
}

function outcomeOf(rule: Rule, matches: boolean, decided: boolean): Explanation['outcome'] {
  if (!rule.active) return 'off'
  if (!matches) return 'no'
  return decided ? 'later' : 'decides'
}
