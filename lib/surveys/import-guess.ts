import type { Row } from '@/lib/kit/table'
import { fold } from '@/lib/kit/text'
import { instantReader } from './import-date'
import type { ImportField, Mapping } from './import-mapping'

/** A column as the mapping page shows it. */
export type SampledColumn = { header: string; samples: string[] }

// Headers in both languages, folded; the first field that fits a column takes it, the first column that fits a field keeps it.
const names: [ImportField, RegExp][] = [
  ['customer.email', /e-?mail|correo/],
  ['customer.phone', /phone|telefono|celular|movil|whatsapp/],
  [
    'customer.externalId',
    /^(customer|client|cliente|user|usuario|member|socio|contact).{0,3}(id|no|number|numero)$|customer.?id|id.?cliente/,
  ],
  ['customer.annualValue.amount', /annual.?value|valor.?anual|revenue|ingresos|arr$/],
  ['customer.annualValue.currency', /currency|moneda|divisa/],
  ['customer.segment', /segment|tier|nivel/],
  ['customer.name', /^(name|nombre|customer|cliente)$|(customer|full|client).?name|nombre.?(completo|del? cliente)/],
  [
    'score',
    /\bnps\b|score|puntaje|puntuacion|calificacion|\brating\b|overall.?rating|\brank\b|valoracion|recomend|recommend|\bnota\b|categorical|stars|estrellas/,
  ],
  ['submittedAt', /date|fecha|time|submitted|respondid|created|hora/],
  ['touchpoint', /touch.?point|punto.?de.?contacto|stage|etapa|service type|tipo de servicio|momento/],
  ['reasons', /reason|motivo|razon|causa|\btheme\b|\btema\b/],
  ['commentType', /comment.?type|tipo.?de.?comentario/],
  [
    'comment',
    /comment(?!.*id$)|comentario|verbatim|review|resena|opinion|feedback|\bwhy\b|por.?que|answer|respuesta|text|content/,
  ],
  ['contactAllowed', /contact.?(allowed|ok|permission|consent)|may.?contact|permite.?contacto|consent/],
  ['channel', /^(channel|canal|source|origen|via)$/],
  ['language', /^(language|idioma|lang|locale)$/],
  ['externalId', /^(response|external|respuesta)?.?id$|^folio$/],
]

const dateFormats = [
  ['iso'],
  ['dd/MM/yyyy', 'd/M/yyyy'],
  ['dd/MM/yyyy HH:mm', 'd/M/yyyy H:mm'],
  ['dd/MM/yyyy HH:mm:ss', 'd/M/yyyy H:mm:ss'],
  ['MM/dd/yyyy', 'M/d/yyyy'],
  ['MM/dd/yyyy HH:mm', 'M/d/yyyy H:mm'],
  ['M/d/yyyy h:mm a', 'M/d/yyyy h:mm:ss a'],
  ['dd-MM-yyyy', 'd-M-yyyy'],
  ['d.M.yyyy'],
  ['d.M.yyyy H:mm'],
  ['yyyy/M/d'],
  ['yyyy/M/d H:mm:ss'],
  ['d MMM yyyy'],
  ['MMM d, yyyy'],
]

const numeric = /^[+-]?\d{1,3}(?:[.,]\d{1,3})?$/

/** The columns of a file with their first two hundred cells that are not empty. */
export async function sampleColumns(rows: AsyncIterable<Row>): Promise<SampledColumn[]> {
  let columns: SampledColumn[] | undefined
  let read = 0
  for await (const { cells } of rows) {
    if (!columns) {
      columns = cells.map((header) => ({ header, samples: [] }))
      continue
    }
    for (const [at, column] of columns.entries()) {
      const cell = cells[at] ?? ''
      if (cell.trim() !== '') column.samples.push(cell.slice(0, 200))
    }
    read += 1
    if (read === 200) break
  }
  return columns ?? []
}

/** A first mapping from the headers and a sample of rows: a proposal, never a decision about the scale. */
export function guessMapping(columns: readonly SampledColumn[]): Mapping {
  const mapping: Mapping = { columns: {} }
  const taken = new Set<string>()
  for (const [field, pattern] of names) {
    const found = columns.find(
      (column) => !taken.has(column.header) && pattern.test(fold(column.header)) && suits(field, column.samples),
    )
    if (!found) continue
    taken.add(found.header)
    const format = field === 'submittedAt' ? formatsOf(found.samples) : undefined
    const named = field === 'touchpoint' || field === 'reasons'
    if (format && format[0] !== 'iso') mapping.columns[field] = { column: found.header, format }
    else mapping.columns[field] = named ? { column: found.header, create: true } : found.header
  }
  return mapping
}

/** The formats, tried in turn, that read every one of these cells; day before month where both would do. */
export const formatsOf = (cells: readonly string[]): string[] | undefined =>
  dateFormats.find((formats) => {
    const read = instantReader(formats, 'UTC')
    return cells.length > 0 && cells.every((cell) => read(cell) !== undefined)
  })

function suits(field: ImportField, samples: readonly string[]): boolean {
  const filled = samples.filter((cell) => cell.trim() !== '')
  if (field === 'score')
    return filled.length > 0 && filled.filter((cell) => numeric.test(cell.trim())).length >= filled.length / 2
  if (field === 'submittedAt') return formatsOf(filled) !== undefined
  if (field === 'comment') return filled.length === 0 || filled.some((cell) => !numeric.test(cell.trim()))
  if (field === 'touchpoint' || field === 'reasons')
    return filled.every((cell) => cell.length <= 80 && !numeric.test(cell.trim()))
  if (field === 'channel' || field === 'language') return filled.every((cell) => cell.length <= 12)
  return true
}
