import { fieldOf } from './fields'
import { type Group, isGroup, normalQuery, type Query, type Test } from './query'

/** A question as text, in the one way that it is said. Reading it again gives the same question. */
export function printQuery(query: Query): string {
  const { join, parts, words } = normalQuery(query)
  const told = parts.map((part) => (isGroup(part) ? `(${groupText(part)})` : testText(part)))
  const all = told.join(between[join])
  // Words are asked for beside all alternatives, and the brackets show it.
  const tests = join === 'or' && words ? `(${all})` : all
  return [join === 'or' && words && parts.some(isGroup) ? all : tests, words].filter(Boolean).join(' ')
}

/** One test as text: what a chip shows to those who know the grammar. */
export function testText({ field, operator, values }: Test): string {
  const sign = operator === 'not' || operator === 'none' ? '-' : ''
  if (fieldOf(field)?.kind === 'flag') return `${sign}is:${field}`
  const [first = '', second = ''] = values
  if (operator === 'empty') return `${field}:none`
  if (operator === 'set') return `${field}:any`
  if (operator === 'over') return `${field}:>=${first}`
  if (operator === 'under') return `${field}:<=${first}`
  if (operator === 'between') return `${field}:${first}..${second}`
  return `${sign}${field}:${values.map(valueText).join(',')}`
}

const between = { and: ' ', or: ' OR ' }
const groupText = ({ join, tests }: Group): string => tests.map(testText).join(between[join])
const valueText = (value: string): string => (/[\s,()]/.test(value) ? `"${value}"` : value)
