import type { FieldKind, FieldName, Operator } from '@/lib/tickets/shared'

/** A value of a field, as the grammar and as the reader say it. */
export type ValueView = { value: string; label: string; note?: string | undefined }
/** One field of the queue's grammar, in the reader's language. */
export type FieldView = {
  name: FieldName
  label: string
  kind: FieldKind
  operators: Operator[]
  several: boolean
  /** Every value there is, or some; others may be typed. */
  values: ValueView[]
}

export type FilterWords = {
  add: string
  search: string
  hint: string
  field: string
  operator: string
  value: string
  none: string
  apply: string
  remove: string
  chip: string
  clear: string
  alternative: string
  asText: string
  asChips: string
  text: string
  textHelp: string
  all: string
  some: string
  join: string
  and: string
  or: string
  problem: string
  operators: Record<Operator, string>
  not: string
  /** Of days and hours: "desde", "hasta". */
  since: string
  until: string
  empty: string
  set: string
  range: string
  days: Record<'today' | 'yesterday' | 'tomorrow' | 'now', string>
  ago: string
  ahead: string
  units: Record<'h' | 'd' | 'w' | 'm', string>
}
