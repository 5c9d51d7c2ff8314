import { fill } from '@/app/_ui/fill'
import type { Test } from '@/lib/tickets/shared'
import type { FieldView, FilterWords } from './filter-view'

/** A test in the reader's words, as its field and what is said of it: "Puntaje" "≤ 6", "Punto:" "Entrega". */
export function chipWords({ field, operator, values }: Test, fields: FieldView[], words: FilterWords) {
  const its = fields.find(({ name }) => name === field)
  const label = its?.label ?? field
  const denied = operator === 'not' || operator === 'none'
  if (its?.kind === 'flag') return { label: denied ? fill(words.not, { field: lower(label) }) : label, value: '' }
  const said = values.map((value) => valueWords(value, its, words))
  const [from = '', to = ''] = said
  if (operator === 'empty') return { label, value: words.empty }
  if (operator === 'set') return { label, value: words.set }
  if (operator === 'between') return { label, value: fill(words.range, { from, to }) }
  if (operator === 'over') return { label, value: `${its?.kind === 'instant' ? words.since : '≥'} ${from}` }
  if (operator === 'under') return { label, value: `${its?.kind === 'instant' ? words.until : '≤'} ${from}` }
  return { label: `${denied ? fill(words.not, { field: lower(label) }) : label}:`, value: said.join(', ') }
}

function valueWords(value: string, field: FieldView | undefined, words: FilterWords): string {
  const known = field?.values.find((one) => one.value === value)?.label
  if (known) return known
  if (field?.kind !== 'instant') return value
  const [, sign, n, unit] = /^([+-]?)(\d+)([hdwm])$/.exec(value) ?? []
  if (!n || !unit) return words.days[value as 'today'] ?? value
  const time = fill(words.units[unit as 'h'], { n })
  return fill(sign === '-' ? words.ago : words.ahead, { time })
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)
