import { expect } from 'vitest'
import { createKey } from '@/lib/identity'
import type { Scope, UserActor } from '@/lib/identity/shared'
import { answer } from '@/lib/integrations'
import { resources } from '@/lib/integrations/rest/resources'
import { now } from '@/lib/kit/clock'

type Said = { status: number; body: Record<string, unknown> & { data: Record<string, unknown>[] }; text: string }
export type Program = (method: string, path: string, body?: unknown) => Promise<Said>

/** A program with a key of these scopes. Whatever it is answered must be as the document says. */
export async function program(admin: UserActor, scopes: Scope[]): Promise<Program> {
  const { key } = await createKey(admin, { name: 'test', scopes, rate: 0 }, now())
  return (method, path, body) => ask(method, path, body, { authorization: `Bearer ${key}` })
}

/** One request to the REST interface; the answer's shape is checked against its resource. */
export async function ask(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Said> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const sent = { ...(text && { 'content-type': 'application/json' }), ...headers }
  const done = await answer({ method, path, headers: sent, body: new TextEncoder().encode(text) })
  const parsed = done.body ? JSON.parse(done.body) : {}
  if (done.status >= 400) {
    expect(done.headers['content-type']).toBe('application/problem+json')
    expect(parsed).toMatchObject({ status: done.status, type: expect.stringContaining('urn:lazo:') })
  } else if (done.status !== 204) {
    const wrong = resourceAt(method, path)?.output.safeParse(parsed)
    expect(wrong?.error?.issues ?? [], `${method} ${path}`).toEqual([])
  }
  return { status: done.status, body: parsed, text: done.body }
}

/** The resource that answers at an address. */
export function resourceAt(method: string, path: string) {
  const given = (path.split('?')[0] ?? '').split('/')
  const fits = (pattern: string, exact: boolean) => {
    const wanted = pattern.split('/')
    return (
      wanted.length === given.length &&
      wanted.every((part, at) => part === given[at] || (!exact && part.startsWith('{')))
    )
  }
  const own = resources.filter((resource) => resource.method === method)
  return own.find(({ path: pattern }) => fits(pattern, true)) ?? own.find(({ path: pattern }) => fits(pattern, false))
}
