import type { z } from 'zod'
import { keyActor } from '@/lib/identity'
import type { KeyActor } from '@/lib/identity/shared'
import { jsonOf } from '@/lib/kit/bytes'
import { now } from '@/lib/kit/clock'
import { once } from '@/lib/kit/once'
import { take } from '@/lib/kit/rate'
import { refuse } from '@/lib/kit/refusal'
import { documentText } from './openapi'
import { problemOf, type RestAnswer, restIssues } from './problem'
import type { Resource } from './resource'
import { resources } from './resources'

export type RestRequest = {
  method: string
  /** Path and query after `/api/v1`. */
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
}

type Found = { resource: Resource; params: Record<string, string> }
type Routes = Map<string, Map<string, Resource>>

const standardLimit = 65_536

/** The largest body that this address takes, in bytes. */
export const bodyLimit = (method: string, path: string): number =>
  lookUp(method, path.split('?')[0] ?? '')?.resource.limit ?? standardLimit

/** Answers one request to `/api/v1`: plain request to plain answer, knows no framework. Never throws. */
export async function answer(request: RestRequest): Promise<RestAnswer> {
  try {
    const [path = '', search = ''] = request.path.split('?')
    if (path === '/openapi.json' && request.method === 'GET') return json(200, documentText())
    const at = now()
    const actor = await knock(request, at)
    const { resource, params } = find(request.method, path)
    if (!actor.scopes.includes(resource.scope) && !actor.scopes.includes('admin'))
      refuse('identity.forbidden', { scope: resource.scope })
    const call = {
      params,
      query: resource.query ? checked(resource.query, Object.fromEntries(new URLSearchParams(search)), 'query.') : {},
      input: resource.input ? checked(resource.input, readBody(request), '') : undefined,
      idempotencyKey: idempotencyKey(request),
    }
    const { status, body, headers } = await resource.run(actor, call, at)
    return {
      status,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    }
  } catch (error) {
    return problemOf(error)
  }
}

const json = (status: number, body: string): RestAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
})

async function knock(request: RestRequest, at: Date): Promise<KeyActor> {
  const bearer = /^Bearer ([\x21-\x7e]{8,200})$/.exec(one(request.headers.authorization))?.[1]
  const key = bearer ? await keyActor(bearer, at) : null
  if (!key) return refuse('identity.unauthenticated')
  const taken = take(`key:${key.id}`, key.rate, Math.max(1, key.rate), at)
  if (!taken.allowed) refuse('rate.exceeded', { retryAfter: taken.retryAfter })
  return key
}

function readBody(request: RestRequest): unknown {
  if (
    request.headers['content-encoding'] ||
    !/^application\/json\s*(;|$)/i.test(one(request.headers['content-type']))
  ) {
    refuse('input.contentType')
  }
  return jsonOf(request.body)
}

function checked(schema: z.ZodType, given: unknown, prefix: string): unknown {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : refuse('input.invalid', {}, restIssues(parsed.error, prefix))
}

function idempotencyKey(request: RestRequest): string | null {
  const given = request.headers['idempotency-key']
  if (given === undefined) return null
  const key = one(given)
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    refuse('input.invalid', {}, [
      { path: 'Idempotency-Key', code: 'format', message: '1 to 255 visible ASCII characters' },
    ])
  }
  return key
}

const one = (header: string | string[] | undefined): string => (Array.isArray(header) ? header[0] : header) ?? ''

function find(method: string, path: string): Found {
  const found = lookUp(method, path)
  if (found) return found
  const allowed = ['GET', 'POST', 'PATCH', 'DELETE'].filter((other) => lookUp(other, path))
  return allowed.length > 0 ? refuse('method.notAllowed', { allow: allowed }) : refuse('route.unknown')
}

function lookUp(method: string, path: string): Found | null {
  const exact = routes().get(method)?.get(path)
  if (exact) return { resource: exact, params: {} }
  for (const resource of resources) {
    if (resource.method !== method || !resource.path.includes('{')) continue
    const params = paramsOf(resource.path, path)
    if (params) return { resource, params }
  }
  return null
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = value.includes('%') ? '' : value
    else if (part !== value) return null
  }
  return params
}

const routes = (): Routes =>
  once('rest.routes', () => {
    const table: Routes = new Map()
    for (const resource of resources) {
      if (resource.path.includes('{')) continue
      const methods = table.get(resource.method) ?? new Map<string, Resource>()
      methods.set(resource.path, resource)
      table.set(resource.method, methods)
    }
    return table
  })
