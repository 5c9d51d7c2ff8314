import { fold } from '@/lib/kit/text'
import { type Field, fieldOf, flagNames } from './fields'
import { normalTest } from './normal'
import type { Group, Test } from './query'
import { dayMeant, flagMeant, nameMeant } from './spellings'
import { type Token, tokensOf } from './tokens'

type Said = Extract<Token, { kind: 'field' }>
type Value = Said['values'][number]

/** What is wrong with what was said: no such field, or a value that its field does not know. */
export type Wrong = { code: 'field' | 'value'; word: string }

/** What one `field:value` means: a test, or several flags as a group. */
export function meantBy({ name, negated, values }: Said): Test | Group | Wrong {
  const word = fold(name)
  if (['is', 'es', 'esta'].includes(word)) return flagsMeant(values, negated)
  const field = fieldOf(nameMeant(word))
  if (!field || field.kind === 'flag') return { code: 'field', word: name }
  return testOf(field, values, negated) ?? { code: 'value', word: values.map(({ text }) => text).join(',') }
}

function flagsMeant(values: Value[], negated: boolean): Test | Group | Wrong {
  const tests: Test[] = []
  for (const { text } of values) {
    const test = flagMeantBy(flagMeant(fold(text)), negated)
    if (!test) return { code: 'value', word: text }
    tests.push(test)
  }
  const [only] = tests
  // "is this or that"; its contrary is "neither this nor that".
  return only && tests.length === 1 ? only : { join: negated ? 'and' : 'or', tests }
}

function flagMeantBy(word: string, negated: boolean): Test | null {
  const flag = flagNames.find((name) => name === word)
  if (flag) return { field: flag, operator: negated ? 'not' : 'is', values: [] }
  const [token] = word.includes(':') ? tokensOf(word) : []
  const field = token?.kind === 'field' ? fieldOf(token.name) : undefined
  return field && token?.kind === 'field' && field.kind !== 'flag' ? testOf(field, token.values, negated) : null
}

function testOf(field: Field, values: Value[], negated: boolean): Test | null {
  const [first] = values
  const test =
    (first && values.length === 1 && !first.quoted && measuredBy(field, first.text, negated)) ||
    ({ field: field.name, operator: negated ? 'not' : 'is', values: values.map(({ text }) => text) } as Test)
  if (test.values.length > 1 && test.operator !== 'between') test.operator = negated ? 'none' : 'any'
  return normalTest(test)
}

// `<=6`, `>6`, `3..6`: what only numbers and instants know.
function measuredBy({ name, kind }: Field, text: string, negated: boolean): Test | null {
  if (kind !== 'number' && kind !== 'instant') return null
  const sign = /^(<=|>=|<|>|≤|≥|=)/.exec(text)?.[0]
  if (sign) {
    const value = text.slice(sign.length)
    if (sign === '=') return { field: name, operator: negated ? 'not' : 'is', values: [value] }
    const up = sign === '>' || sign === '>=' || sign === '≥'
    const strict = sign.length === 1 && sign !== '≤' && sign !== '≥'
    // Both ends count, so "over 6" begins at 7, and "not up to 6" too.
    const moved = strict !== negated ? next(value, up === negated ? -1 : 1, kind) : value
    return { field: name, operator: up === negated ? 'under' : 'over', values: [moved] }
  }
  const dots = text.indexOf('..')
  if (dots < 0) return null
  const [from, to] = [text.slice(0, dots), text.slice(dots + 2)]
  if (from && to) return { field: name, operator: negated ? ('none' as const) : 'between', values: [from, to] }
  if (!from && !to) return null
  return measuredBy({ name, kind } as Field, from ? `>=${from}` : `<=${to}`, negated)
}

const steps: Record<string, [before: string, after: string]> = {
  yesterday: ['-2d', 'today'],
  today: ['yesterday', 'tomorrow'],
  tomorrow: ['today', '+2d'],
}

function next(value: string, step: 1 | -1, kind: Field['kind']): string {
  if (kind === 'number') return /^\d{1,12}$/.test(value) ? String(Number(value) + step) : value
  const word = dayMeant(fold(value))
  const named = Object.hasOwn(steps, word) ? steps[word] : undefined
  if (named) return named[step === 1 ? 1 : 0]
  const day = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : Number.NaN
  return Number.isNaN(day) ? word : new Date(day + step * 86_400_000).toISOString().slice(0, 10)
}
