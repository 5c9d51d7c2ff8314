import { type Actor, demand, permits } from '@/lib/identity/shared'
import { type Answered, lastAnswers } from './last-answers'
import { together } from './match'
import { allRules } from './queries'
import type { Conditions } from './shared'

const shown = 8

/** An answer that a rule would take: its words shortened, empty for who may not read them. */
export type Example = { id: string; at: Date; score: number; said: string; ticket: number | null }
export type DryRun = { answers: number; matches: number; decides: number; examples: Example[] }

/**
 * Which of the last 500 answers the conditions catch. `decides` are those that no earlier active rule takes, seen from
 * the place of `ruleId` (a new rule stands last). Changes nothing. Refuses `identity.forbidden`.
 */
export async function dryRun(actor: Actor, conditions: Conditions, ruleId: string | null): Promise<DryRun> {
  demand(actor, 'rules.edit')
  const [rules, answers] = await Promise.all([allRules(), lastAnswers()])
  const place = rules.findIndex((rule) => rule.id === ruleId)
  const earlier = rules
    .slice(0, place < 0 ? rules.length : place)
    .filter((rule) => rule.active)
    .map((rule) => together(rule.conditions))
  const holds = together(conditions)
  const matching = answers.filter(({ facts }) => holds(facts))
  const deciding = matching.filter(({ facts }) => !earlier.some((taken) => taken(facts)))
  const words = permits(actor, 'words.read')
  return {
    answers: answers.length,
    matches: matching.length,
    decides: deciding.length,
    examples: deciding.slice(0, shown).map((answer) => exampleOf(answer, words)),
  }
}

/** How many of the last 500 answers each rule decides as the list stands, by the rule's id. */
export async function rulesAtWork(actor: Actor): Promise<{ answers: number; decided: Record<string, number> }> {
  demand(actor, 'rules.edit')
  const [rules, answers] = await Promise.all([allRules(), lastAnswers()])
  const ready = rules.filter((rule) => rule.active).map(({ id, conditions }) => ({ id, holds: together(conditions) }))
  const decided: Record<string, number> = {}
  for (const { facts } of answers) {
    const rule = ready.find(({ holds }) => holds(facts))
    if (rule) decided[rule.id] = (decided[rule.id] ?? 0) + 1
  }
  return { answers: answers.length, decided }
}

const exampleOf = ({ id, at, said, ticket, facts }: Answered, words: boolean): Example => ({
  id,
  at,
  ticket,
  score: facts.score,
  said: words ? said : '',
})
