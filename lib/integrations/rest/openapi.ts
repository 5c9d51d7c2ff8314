import { z } from 'zod'
import { once } from '@/lib/kit/once'
import type { Resource } from './resource'
import { resources } from './resources'

type Json = Record<string, unknown>

/** The document as `/api/v1/openapi.json` serves it. */
export const documentText = (): string => once('rest.document', () => JSON.stringify(openApiDocument()))

/** OpenAPI 3.1 of every resource, made from the schemas that check the input. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const resource of resources) {
    paths[resource.path] = { ...paths[resource.path], [resource.method.toLowerCase()]: operationOf(resource) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lazo',
      version: '1',
      description:
        'JSON in and out. Lists are cursor pages: `{ data, nextCursor }`, `limit` up to 200. Times are ISO 8601 in UTC. Unknown fields are refused with 422. Errors are problem documents (RFC 9457).',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, made in the settings.' } },
      schemas: { Problem: problem },
      responses: Object.fromEntries(Object.entries(problems).map(([code, text]) => [code, refusal(text)])),
    },
  }
}

function operationOf(resource: Resource): Json {
  const { method, path, input, query, output, success = 200 } = resource
  const again = success === 201 && path === '/responses'
  return {
    operationId: nameOf(method, path),
    tags: [path.split('/')[1]],
    summary: resource.summary,
    description: `Scope: \`${resource.scope}\`.`,
    ...(parametersOf(resource).length > 0 ? { parameters: parametersOf(resource) } : {}),
    ...(input ? { requestBody: { required: true, content: json(schemaOf(input, 'input')) } } : {}),
    responses: {
      [success]: success === 204 ? { description: 'Done.' } : { description: 'Done.', content: json(schemaOf(output)) },
      ...(again ? { 200: { description: 'The first answer, once more.', content: json(schemaOf(output)) } } : {}),
      ...Object.fromEntries(
        refusalsOf(resource, Boolean(input || query)).map((code) => [code, { $ref: `#/components/responses/${code}` }]),
      ),
    },
  }
}

function parametersOf({ method, path, query }: Resource): Json[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const asked = query ? (schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] }) : {}
  const fields = Object.entries(asked.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: asked.required?.includes(name) ?? false,
    ...(description ? { description } : {}),
    schema,
  }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key and body again gets the first answer; another body 422.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  }
  return [...named, ...fields, ...(method === 'POST' && path.startsWith('/responses') ? [key] : [])]
}

const refusalsOf = ({ path, method }: Resource, checked: boolean): string[] => [
  ...(method === 'GET' ? [] : ['400', '415']),
  '401',
  '403',
  ...(path.includes('{') ? ['404'] : []),
  ...(method === 'GET' ? [] : ['409']),
  ...(checked ? ['422'] : []),
  '429',
  '503',
]

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // The format says it; the pattern behind it is for machines that we do not meet.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format?.startsWith('date')) delete jsonSchema.pattern
    },
  }) as Json
  return rest
}

const json = (schema: Json): Json => ({ 'application/json': { schema } })

/** `GET /tickets/{id}/notes` → `getTicketsIdNotes`. */
const nameOf = (method: string, path: string): string =>
  method.toLowerCase() +
  path.replace(/[/{]+(\w)|}/g, (_, letter: string | undefined) => (letter ? letter.toUpperCase() : ''))

const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'urn:lazo: and the code of the refusal' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    current: { type: 'object', description: 'What stands now, when the version that was sent is stale.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const refusal = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const problems: Record<string, string> = {
  400: 'Not well-formed UTF-8 JSON.',
  401: 'No key, or none that is in force.',
  403: 'The key lacks the scope.',
  404: 'No such thing.',
  409: 'Somebody else was first: the version is stale, or the name is taken.',
  415: 'Another content type than application/json, or a Content-Encoding.',
  422: 'A field can be blamed: `errors` names it.',
  429: 'More requests than the key may send; see Retry-After.',
  503: 'Nothing can be stored just now; see Retry-After.',
}
