import type { PickerOption } from '@/app/_ui/picker'
import type { Operator } from '@/lib/tickets/shared'
import type { FieldView } from './filter-view'

/** What may be typed: a number, a day, a range; any word where values are people's own. */
export function ownValue(text: string, field: FieldView, operator: Operator): PickerOption | null {
  if (operator === 'between') {
    const [, from, to] = /^(.+?)\s*(?:\.\.|\sa\s|\sto\s|\s)\s*(.+)$/.exec(text) ?? []
    return from && to ? { value: `${from}..${to}`, label: `${from} – ${to}` } : null
  }
  if (field.kind === 'number') return /^\d+([.,]\d+)?$/.test(text) ? { value: text, label: text } : null
  if (field.kind === 'instant')
    return /^(\d{4}-\d\d-\d\d|[+-]?\d+[hdwm])$/.test(text) ? { value: text, label: text } : null
  const closed = [
    'status',
    'stage',
    'band',
    'sla',
    'contact',
    'priority',
    'channel',
    'touchpoint',
    'team',
    'owner',
    'cause',
  ]
  return closed.includes(field.name) ? null : { value: text, label: `“${text}”` }
}
