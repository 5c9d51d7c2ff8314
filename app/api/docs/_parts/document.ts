/** A JSON schema as far as a reader needs it. */
export type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

type Content = { content?: { 'application/json'?: { schema: Schema } } }
type Raw = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: Schema }[]
  requestBody?: Content
  responses: Record<string, Content & { $ref?: string }>
}

export type Operation = {
  id: string
  tag: string
  method: string
  path: string
  summary: string
  scope: string
  parameters: NonNullable<Raw['parameters']>
  body: Schema | null
  answers: { status: string; schema: Schema | null }[]
  refusals: string[]
}

/** The document's operations in their order, as the page reads them. */
export function operationsOf(document: Record<string, unknown>): Operation[] {
  const paths = document.paths as Record<string, Record<string, Raw>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => {
      const responses = Object.entries(raw.responses)
      return {
        id: raw.operationId,
        tag: raw.tags[0] ?? '',
        method: method.toUpperCase(),
        path,
        summary: raw.summary,
        scope: /`([^`]+)`/.exec(raw.description)?.[1] ?? '',
        parameters: raw.parameters ?? [],
        body: schemaIn(raw.requestBody),
        answers: responses
          .filter(([, response]) => !response.$ref)
          .map(([status, response]) => ({ status, schema: schemaIn(response) })),
        refusals: responses.filter(([, response]) => response.$ref).map(([status]) => status),
      }
    }),
  )
}

export type FieldLine = { path: string; kind: string; required: boolean; about: string }

/** A schema as lines, one a field, the inner ones by their path: `customer.email`, `stages[].slug`. */
export function linesOf(schema: Schema, path = '', required = true): FieldLine[] {
  const own = plain(schema)
  const line = path === '' ? [] : [{ path, kind: kindOf(schema), required, about: aboutOf(own) }]
  if (own.properties) {
    const inner = Object.entries(own.properties).flatMap(([name, field]) =>
      linesOf(field, path === '' ? name : `${path}.${name}`, own.required?.includes(name) ?? false),
    )
    return [...line, ...inner]
  }
  const item = own.items && plain(own.items)
  return item?.properties ? [...line, ...linesOf(item, `${path}[]`).slice(1)] : line
}

const schemaIn = (content: Content | undefined): Schema | null => content?.content?.['application/json']?.schema ?? null

// "This or null" is this, and may be null.
function plain(schema: Schema): Schema {
  const some = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== 'null')
  return some.length === 1 && some[0] ? some[0] : schema
}

function kindOf(schema: Schema): string {
  const some = schema.anyOf ?? schema.oneOf
  if (some) return [...new Set(some.map(kindOf))].join(' | ')
  if (schema.items) return `${kindOf(schema.items)}[]`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ')
}

function aboutOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength } = schema
  return [
    schema.enum?.map(String).join(', '),
    minimum !== undefined && maximum !== undefined && maximum < 1e9 ? `${minimum}–${maximum}` : '',
    maxLength !== undefined ? `${minLength ?? 0}–${maxLength} characters` : '',
    schema.default !== undefined && schema.default !== '' ? `default ${JSON.stringify(schema.default)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
