import { after, days } from '@/lib/kit/clock'
import { type FieldIssue, refuse } from '@/lib/kit/refusal'

/** So far ahead may a letter be put off. */
export const furthest = days(30)

const variable = /\{\{[^{}]*\}\}/

/**
 * Refuses `input.invalid` for words that still hold a variable nobody filled in, and for an instant to send at that is over,
 * too far away, or of a letter that resolves.
 */
export function checkWords(
  { text, sendAt, next }: { text: string; sendAt?: Date | undefined; next?: 'wait' | 'resolve' | undefined },
  now: Date,
): void {
  const issues: FieldIssue[] = []
  const left = variable.exec(text)?.[0]
  if (left) issues.push({ path: 'text', code: 'unresolved', message: 'unresolved' })
  if (sendAt && sendAt <= now) issues.push({ path: 'sendAt', code: 'sendAtPast', message: 'sendAtPast' })
  if (sendAt && sendAt > after(now, furthest)) issues.push({ path: 'sendAt', code: 'sendAtFar', message: 'sendAtFar' })
  if (sendAt && next === 'resolve') issues.push({ path: 'sendAt', code: 'sendAtResolves', message: 'sendAtResolves' })
  if (issues.length > 0) refuse('input.invalid', {}, issues)
}
