import { slugOf } from '@/lib/kit/text'
import { instantReader } from './import-date'
import type { ImportField, Mapping, Source } from './import-mapping'
import type { ImportedResponse, Problem, Reading, Wanted } from './import-row'
import { scoreOf } from './import-scale'

export type Cell = { text: string; column: string }
export type Draft = { response: ImportedResponse; problems: Problem[] }
export type Put = (cell: Cell, draft: Draft) => void

const yes = /^\s*(?:1|1[.,]0|yes|y|true|s[ií]|x|verdadero)\s*$/i
const no = /^\s*(?:0|0[.,]0|no|n|false|falso)\s*$/i

/** Whether a cell says yes in either language, or as a spreadsheet's 1. */
export const saysYes = (cell: string): boolean => yes.test(cell)

// The table of fields: each knows how to put one cell into the response, or what to say against it.
export function putter(field: ImportField, source: Source, reading: Reading, wanted: Wanted): Put {
  if (field === 'score') return putScore(reading.mapping)
  if (field === 'submittedAt') return putInstant(source, reading)
  if (field === 'touchpoint') return putName(field, source, reading.known.touchpoint, wanted.touchpoints)
  if (field === 'reasons') return putReasons(source, putName(field, source, reading.known.reason, wanted.reasons))
  if (field === 'contactAllowed') return putYesNo
  if (field === 'customer.annualValue.amount') return putAmount
  if (field.startsWith('attributes.')) {
    const name = field.slice('attributes.'.length)
    return ({ text }, { response }) => {
      response.attributes = { ...response.attributes, [name]: text }
    }
  }
  return putText(field)
}

function putScore({ scale }: Mapping): Put {
  return (cell, draft) => {
    const scored = scoreOf(cell.text, scale)
    if ('problem' in scored) return complain(draft, 'score', cell, scored.problem)
    draft.response.score = scored.score
  }
}

function putInstant({ format, timeZone }: Source, { zone, now }: Reading): Put {
  const read = instantReader(typeof format === 'string' ? [format] : (format ?? []), timeZone ?? zone)
  return (cell, draft) => {
    const at = read(cell.text)
    if (!at) return complain(draft, 'submittedAt', cell, 'dateNotUnderstood')
    if (at.getTime() > now.getTime() + 300_000) return complain(draft, 'submittedAt', cell, 'dateInFuture')
    draft.response.submittedAt = at.toISOString()
  }
}

function putName(
  field: 'touchpoint' | 'reasons',
  { create }: Source,
  known: (name: string) => string | undefined,
  wanted: Map<string, string>,
): Put {
  return (cell, draft) => {
    const name = cell.text.trim()
    const slug = known(name) ?? (create ? slugOf(name) : undefined)
    if (!slug) return complain(draft, field, cell, field === 'touchpoint' ? 'touchpointUnknown' : 'reasonUnknown')
    if (create && !known(name) && !wanted.has(slug)) wanted.set(slug, name)
    if (field === 'touchpoint') draft.response.touchpoint = slug
    else if (!draft.response.reasons?.includes(slug)) draft.response.reasons = [...(draft.response.reasons ?? []), slug]
  }
}

function putReasons({ separator }: Source, put: Put): Put {
  return ({ text, column }, draft) => {
    const names = separator ? text.split(separator) : [text]
    for (const name of names) if (name.trim() !== '') put({ text: name, column }, draft)
  }
}

const putYesNo: Put = (cell, draft) => {
  if (yes.test(cell.text)) draft.response.contactAllowed = true
  else if (no.test(cell.text)) draft.response.contactAllowed = false
  else complain(draft, 'contactAllowed', cell, 'notYesNo')
}

const putAmount: Put = (cell, draft) => {
  const amount = cell.text.trim().replace(',', '.')
  if (!/^\d{1,13}(?:\.\d{1,3})?$/.test(amount)) return complain(draft, 'customer.annualValue.amount', cell, 'notAmount')
  putCustomer(draft, ['annualValue', 'amount'], amount)
}

function putText(field: ImportField): Put {
  const path = field.split('.')
  return ({ text }, draft) => {
    if (path[0] === 'customer') return putCustomer(draft, path.slice(1), text.trim())
    Object.assign(draft.response, { [field]: field === 'comment' ? text : text.trim() })
  }
}

function putCustomer({ response }: Draft, [head = '', tail]: readonly string[], value: string): void {
  const customer: Record<string, unknown> = response.customer ?? {}
  const nested = customer[head] as Record<string, unknown> | undefined
  response.customer = { ...customer, [head]: tail ? { ...nested, [tail]: value } : value }
}

export function complain({ problems }: Draft, field: ImportField, { text, column }: Cell, code: string): void {
  problems.push({ field, column, code, value: text.slice(0, 200) })
}
