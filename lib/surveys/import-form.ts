import { type ImportField, isImportField, type Mapping, type Scale, type Source, sourceOf } from './import-mapping'

/** The page's form, by field name; columns are numbered as in the file: `header-0`, `field-0`. */
export type MappingForm = Record<string, string>

/** The scales that the page offers by name; `other` is `scaleMin` and `scaleMax`, the empty one says nothing. */
export const namedScales = {
  '0-10': [0, 10],
  '1-5': [1, 5],
  '1-10': [1, 10],
  '1-7': [1, 7],
  '0-100': [0, 100],
} as const

const constants = ['channel', 'language', 'touchpoint'] as const

/** What a person chose on the page, as a mapping; still to be checked by `parseMapping`. */
export function mappingOfForm(form: MappingForm): unknown {
  const chosen = columnsOf(form)
  const columns: Record<string, Source> = {}
  for (const [field, headers] of chosen) columns[field] = sourceFor(field, headers, form)
  const constant = Object.fromEntries(
    constants.flatMap((name) =>
      form[`constant-${name}`] && !chosen.has(name) ? [[name, form[`constant-${name}`]]] : [],
    ),
  )
  const scale = scaleOf(form)
  return {
    columns,
    ...(scale && { scale }),
    ...(Object.keys(constant).length > 0 && { constant }),
    ...(form.history && { history: form.history === 'yes' }),
  }
}

/** A mapping as the page's form shows it. */
export function formOfMapping(headers: readonly string[], mapping: Mapping): MappingForm {
  const form: MappingForm = {}
  for (const [at, header] of headers.entries()) {
    form[`header-${at}`] = header
    form[`field-${at}`] = fieldOf(header, mapping) ?? ''
  }
  const date = sourceOf(mapping, 'submittedAt')
  const { scale, constant, history } = mapping
  return {
    ...form,
    ...(date?.format && { format: [date.format].flat().join(' | ') }),
    ...(date?.timeZone && { timeZone: date.timeZone }),
    ...(sourceOf(mapping, 'touchpoint')?.create && { createTouchpoints: 'on' }),
    ...(sourceOf(mapping, 'reasons')?.create && { createReasons: 'on' }),
    ...(sourceOf(mapping, 'reasons')?.separator && { separator: sourceOf(mapping, 'reasons')?.separator ?? '' }),
    ...(scale && formOfScale(scale)),
    ...Object.fromEntries(constants.map((name) => [`constant-${name}`, String(constant?.[name] ?? '')])),
    history: history === undefined ? '' : history ? 'yes' : 'no',
  }
}

// Each field with the columns chosen for it; a field may be chosen once, reasons for any number of yes-or-no columns.
function columnsOf(form: MappingForm): Map<ImportField, string[]> {
  const chosen = new Map<ImportField, string[]>()
  for (const [name, value] of Object.entries(form)) {
    const header = name.startsWith('field-') ? form[`header-${name.slice(6)}`] : undefined
    if (!header || !value) continue
    const field = value === 'attribute' ? `attributes.${attributeName(header)}` : value
    if (isImportField(field)) chosen.set(field, [...(chosen.get(field) ?? []), header])
  }
  return chosen
}

function sourceFor(field: ImportField, headers: string[], form: MappingForm): Source {
  const [column = ''] = headers
  if (field === 'submittedAt') {
    const formats = (form.format ?? '')
      .split('|')
      .map((one) => one.trim())
      .filter(Boolean)
    return { column, ...(formats.length > 0 && { format: formats }), ...(form.timeZone && { timeZone: form.timeZone }) }
  }
  if (field === 'touchpoint') return { column, ...(form.createTouchpoints && { create: true }) }
  if (field === 'reasons') {
    const create = form.createReasons ? { create: true } : {}
    if (headers.length > 1) return { columns: headers, ...create }
    return { column, ...(form.separator && { separator: form.separator }), ...create }
  }
  return { column }
}

function scaleOf(form: MappingForm): Partial<Scale> | undefined {
  const named = namedScales[form.scale as keyof typeof namedScales] as readonly [number, number] | undefined
  if (!named && form.scale !== 'other') return undefined
  const [min, max] = named ?? [numberOf(form.scaleMin), numberOf(form.scaleMax)]
  const blank = (form.blank ?? '')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean)
  return { min, max, ...(form.invert && { invert: true }), ...(blank.length > 0 && { blank }) }
}

function formOfScale({ min, max, invert, blank }: Scale): MappingForm {
  const named = Object.entries(namedScales).find(([, [low, high]]) => low === min && high === max)
  return {
    scale: named?.[0] ?? 'other',
    ...(!named && { scaleMin: String(min), scaleMax: String(max) }),
    ...(invert && { invert: 'on' }),
    ...(blank && { blank: blank.join(', ') }),
  }
}

function fieldOf(header: string, mapping: Mapping): string | undefined {
  const found = Object.keys(mapping.columns).find((field) => {
    const source = sourceOf(mapping, field as ImportField)
    return source?.column === header || source?.columns?.includes(header)
  })
  return found?.startsWith('attributes.') ? 'attribute' : found
}

const attributeName = (header: string): string =>
  header
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64) || 'column'

const numberOf = (text: string | undefined): number => (text?.trim() ? Number(text) : Number.NaN)
