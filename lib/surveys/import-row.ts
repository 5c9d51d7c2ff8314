import type { z } from 'zod'
import { days } from '@/lib/kit/clock'
import { complain, type Draft, type Put, putter, saysYes } from './import-field'
import { type ImportField, isImportField, type Mapping, sourceOf } from './import-mapping'
import { ResponseInput } from './shared'

/** What is wrong with one cell; `code` is a key of the `imports.problem` catalogue. */
export type Problem = { field: ImportField | 'row'; column: string; code: string; value: string }

const Imported = ResponseInput.omit({ survey: true })
/** A response in the shape of POST /responses, but for its survey. */
export type ImportedResponse = z.infer<typeof Imported>

export type ReadRow = { response: ImportedResponse; history: boolean } | { problems: Problem[] }

/** What the installation already has, by any of its names; `undefined` is unknown. Slugs come back. */
export type Known = { touchpoint: (name: string) => string | undefined; reason: (name: string) => string | undefined }

/** Things that the mapping may make because they are not there yet: slug → name as the file writes it. */
export type Wanted = { touchpoints: Map<string, string>; reasons: Map<string, string> }

export type Reading = { headers: readonly string[]; mapping: Mapping; known: Known; zone: string; now: Date }

/** How to read each row of this file under this mapping; `wanted` grows with the names met that are to be made. */
export function rowReader(reading: Reading, wanted: Wanted): (cells: readonly string[]) => ReadRow {
  const readers = fieldsOf(reading.mapping).map((field) => fieldReader(field, reading, wanted))
  const width = reading.headers.length
  const eldest = reading.now.getTime() - days(14)
  return (cells) => {
    if (cells.length < width && cells.length < 2) return { problems: [wholeRow('tooFewCells', cells)] }
    if (cells.length > width && cells.slice(width).some((cell) => cell !== ''))
      return { problems: [wholeRow('tooManyCells', cells)] }
    const draft: Draft = { response: { score: -1 }, problems: [] }
    for (const read of readers) read(cells, draft)
    if (draft.problems.length > 0) return { problems: draft.problems }
    const checked = Imported.safeParse(draft.response)
    if (!checked.success) return { problems: checked.error.issues.map((issue) => blamed(issue, cells, reading)) }
    const response = checked.data
    const at = response.submittedAt
    const history = reading.mapping.history ?? (at !== undefined && Date.parse(at) < eldest)
    return { response, history }
  }
}

// What the schema of POST /responses says against a field, told of the column that filled it.
function blamed({ path }: z.core.$ZodIssue, cells: readonly string[], { headers, mapping }: Reading): Problem {
  const names = path.map((_, at) => path.slice(0, at + 1).join('.')).filter(isImportField)
  const field = names.at(-1) ?? 'row'
  const column = (field !== 'row' && sourceOf(mapping, field)?.column) || ''
  return { field, column, code: 'notTaken', value: (cells[headers.indexOf(column)] ?? '').slice(0, 200) }
}

const wholeRow = (code: string, cells: readonly string[]): Problem => ({
  field: 'row',
  column: '',
  code,
  value: String(cells.length),
})

function fieldsOf(mapping: Mapping): ImportField[] {
  const fields = new Set([...Object.keys(mapping.columns), ...Object.keys(mapping.constant ?? {})])
  return ['score', ...[...fields].filter((field) => field !== 'score')] as ImportField[]
}

function fieldReader(
  field: ImportField,
  reading: Reading,
  wanted: Wanted,
): (cells: readonly string[], draft: Draft) => void {
  const source = sourceOf(reading.mapping, field) ?? {}
  const constant = reading.mapping.constant?.[field]
  const fallback = constant === undefined ? '' : String(constant)
  const column = source.column ?? ''
  const index = reading.headers.indexOf(column)
  const put = putter(field, source, reading, wanted)
  if (field === 'reasons' && source.columns) return reasonColumns(source.columns, reading, put)
  const { values } = source
  return (cells, draft) => {
    const raw = index < 0 ? '' : (cells[index] ?? '')
    const known = values && raw !== '' ? (values[raw] ?? values[raw.trim()]) : raw
    if (known === undefined && !source.create) return complain(draft, field, { text: raw, column }, 'valueUnmapped')
    const text = (known ?? raw).trim() === '' ? fallback : (known ?? raw)
    if (text.trim() === '' && field !== 'score') return
    put({ text, column }, draft)
  }
}

// One column a reason: what counts is the header, where the cell says yes.
function reasonColumns(
  columns: readonly string[],
  { headers }: Reading,
  put: Put,
): (cells: readonly string[], draft: Draft) => void {
  const places = columns.map((column) => ({ column, index: headers.indexOf(column) }))
  return (cells, draft) => {
    for (const { column, index } of places) if (saysYes(cells[index] ?? '')) put({ text: column, column }, draft)
  }
}
