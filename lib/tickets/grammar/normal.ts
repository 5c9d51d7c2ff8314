import { fold } from '@/lib/kit/text'
import { type Field, fieldOf, type Operator } from './fields'
import type { Test } from './query'
import { dayMeant, lackMeant, valueMeant } from './spellings'

/** Longest value, and most values of one test. */
const longest = 100
const mostValues = 50
const several: Partial<Record<Operator, Operator>> = { is: 'any', not: 'none' }
const single: Partial<Record<Operator, Operator>> = { any: 'is', none: 'not' }

/** A test in the one way that it is said; null when its field does not know such a thing. */
export function normalTest({ field: name, operator, values }: Test): Test | null {
  const field = fieldOf(name)
  if (!field) return null
  if (operator === 'empty' || operator === 'set' || field.kind === 'flag') {
    return field.operators.includes(operator) ? { field: name, operator, values: [] } : null
  }
  const told = [...new Set(values.map((value) => valueMeantBy(field, value)))]
  const known = told.flatMap((value) => value ?? [])
  if (known.length < told.length || known.length === 0 || known.length > mostValues) return null
  return { is: listed, not: listed, any: listed, none: listed, over: measured, under: measured, between: range }[
    operator
  ](field, operator, known)
}

function listed(field: Field, operator: Operator, values: string[]): Test | null {
  const [first = ''] = values
  if (values.length === 1) {
    const one = single[operator] ?? operator
    if (first === 'none' && field.operators.includes('empty'))
      return { field: field.name, operator: one === 'is' ? 'empty' : 'set', values: [] }
    if (first === 'any' && field.operators.includes('set'))
      return { field: field.name, operator: one === 'is' ? 'set' : 'empty', values: [] }
    if (isRelative(field, first)) return since(field, one, first)
    if (field.kind === 'instant' && first === 'now') return null
    return field.operators.includes(one) ? { field: field.name, operator: one, values } : null
  }
  const many = several[operator] ?? operator
  if (values.includes('any') && field.operators.includes('set')) return null
  return field.operators.includes(many) ? { field: field.name, operator: many, values } : null
}

// `created:-7d` means since then, `due:+2d` until then: nobody asks for that one day.
function since(field: Field, operator: Operator, value: string): Test | null {
  if (operator !== 'is') return null
  return { field: field.name, operator: value.startsWith('-') ? 'over' : 'under', values: [value] }
}

const measured = (field: Field, operator: Operator, values: string[]): Test | null =>
  values.length === 1 && values[0] !== 'none' && field.operators.includes(operator)
    ? { field: field.name, operator, values }
    : null

function range(field: Field, operator: Operator, values: string[]): Test | null {
  const [from, to = from] = values
  if (from === undefined || to === undefined || values.length > 2 || !field.operators.includes(operator)) return null
  if (values.includes('none')) return null
  if (from === to && !isRelative(field, from)) return { field: field.name, operator: 'is', values: [from] }
  const turned = field.kind === 'number' && Number(from) > Number(to)
  return { field: field.name, operator, values: turned ? [to, from] : [from, to] }
}

function valueMeantBy(field: Field, given: string): string | null {
  const text = given.replace(/"/g, '').replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > longest) return null
  const word = fold(text)
  const lack = field.operators.includes('empty') ? lackMeant(word) : null
  if (field.kind === 'text') return lack ?? text
  if (lack) return lack
  if (field.kind === 'number') return numberOf(field, text)
  if (field.kind === 'instant') return instantOf(dayMeant(word))
  const code = valueMeant(field.name, word)
  if (field.codes) return field.codes.includes(code) ? code : null
  return code === word ? text : code
}

function numberOf({ name }: Field, text: string): string | null {
  if (!/^\d{1,12}$/.test(text)) return null
  const number = Number(text)
  return name === 'score' && number > 10 ? null : String(number)
}

function instantOf(word: string): string | null {
  if (['now', 'today', 'yesterday', 'tomorrow'].includes(word)) return word
  const relative = /^([+-])(\d{1,4})([hdwm])$/.exec(word)
  if (relative) return Number(relative[2]) === 0 ? 'today' : `${relative[1]}${Number(relative[2])}${relative[3]}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return null
  const at = new Date(`${word}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== word ? null : word
}

const isRelative = ({ kind }: Field, value: string): boolean => kind === 'instant' && /^[+-]/.test(value)
