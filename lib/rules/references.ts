import type { FieldIssue } from '@/lib/kit/refusal'
import type { RuleInput } from './shared'
import type { Vocabulary } from './vocabulary'

const listed = ['survey', 'touchpoint', 'stage', 'reason'] as const

/** What a rule names that is not there, as issues on its fields; none when all is well. */
export function danglingReferences({ conditions, action }: RuleInput, vocabulary: Vocabulary): FieldIssue[] {
  const knows = (kind: keyof Vocabulary, slug: string) => vocabulary[kind].some((choice) => choice.slug === slug)
  const unknown = (path: string, slug: string): FieldIssue => ({ path, code: 'unknown', message: `${slug} is unknown` })
  const issues = listed.flatMap((field) =>
    (conditions[field]?.anyOf ?? [])
      .filter((slug) => !knows(field, slug))
      .map((slug) => unknown(`conditions.${field}`, slug)),
  )
  if (action.do === 'none') return issues
  if (action.team !== 'owner' && !knows('team', action.team)) issues.push(unknown('action.team', action.team))
  if (action.slaPolicy !== null && !knows('policy', action.slaPolicy)) {
    issues.push(unknown('action.slaPolicy', action.slaPolicy))
  }
  if (action.assignee.by === 'person' && !knows('person', action.assignee.user)) {
    issues.push(unknown('action.assignee', action.assignee.user))
  }
  return issues
}
