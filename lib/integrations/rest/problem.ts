import type { z } from 'zod'
import { log } from '@/lib/kit/log'
import { type FieldIssue, isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

export type RestAnswer = { status: number; headers: Record<string, string>; body: string }

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** A problem document (RFC 9457): `type` names the refusal's code, `errors` the fields. */
export function problem(
  status: number,
  code: string,
  detail: string,
  issues: FieldIssue[] = [],
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): RestAnswer {
  const body = {
    ...extra,
    type: `urn:lazo:${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(issues.length > 0 ? { errors: issues } : {}),
  }
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body: JSON.stringify(body) }
}

/** What a thrown thing is to a program: a refusal's own status and code, anything else a 500 without detail. */
export function problemOf(error: unknown): RestAnswer {
  if (!isRefusal(error)) {
    log().error({ err: error }, 'request failed')
    return problem(
      500,
      'internal',
      'Something went wrong on our side; nothing can be said of what was stored. Repeat with the same key.',
    )
  }
  const status = statusOf(error.code)
  const retry: Record<string, string> =
    status === 503 || status === 429 ? { 'retry-after': String(error.facts.retryAfter ?? 1) } : {}
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  const { retryAfter: _, ...facts } = error.facts
  // What stands now has a status of its own, which is not the answer's.
  const extra = error.code.endsWith('.stale') ? { current: facts } : facts
  return problem(status, error.code, detailOf(error.code, error.issues), error.issues, extra, {
    ...retry,
    ...challenge,
  })
}

const detailOf = (code: string, issues: FieldIssue[]): string =>
  issues.length > 0
    ? issues.map((issue) => `${issue.path || 'body'}: ${issue.message}`).join('; ')
    : (details[code] ?? code)

const details: Record<string, string> = {
  'input.malformed': 'The body is not well-formed UTF-8 JSON.',
  'input.tooLarge': 'The body is larger than this door takes.',
  'input.contentType': 'Send application/json without Content-Encoding.',
  'identity.unauthenticated': 'Send Authorization: Bearer KEY with a key that is in force.',
  'identity.forbidden': 'The key lacks the scope for this.',
  'rate.exceeded': 'More requests than this key may send.',
  'ticket.transition': 'No arrow leads from this status to that one: see `from` and `to`.',
  'ticket.stale': 'Somebody else changed the ticket first: `current` is what stands now.',
  'ticket.verdict': 'Only the customer’s verdict, or their silence, closes a ticket.',
  'customer.stale': 'Somebody else changed the customer first: `current` is what stands now.',
  'customer.taken': 'Another customer has this e-mail or external id.',
  'route.unknown': 'There is nothing at this address.',
  'method.notAllowed': 'This address does not take this method.',
  'idempotency.reused': 'This key was used with another content.',
  'storage.unavailable': 'Nothing can be stored just now. Repeat with the same key.',
  'intake.busy': 'Too many changes at once. Repeat with the same key.',
}

/** zod's issues for programs: an unknown field is blamed by its own name. */
export const restIssues = (error: z.ZodError, prefix = ''): FieldIssue[] =>
  error.issues.flatMap((issue): FieldIssue[] => {
    const path = prefix + issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return [{ path, code: issue.code, message: issue.message }]
    return issue.keys.map((key) => ({
      path: path === '' || path.endsWith('.') ? path + key : `${path}.${key}`,
      code: 'unknown_field',
      message: 'no such field',
    }))
  })
