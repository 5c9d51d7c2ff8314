/** HTTP status of a refusal's code: the exact code first, then its last word, then 422. */
const exact: Record<string, number> = {
  'input.invalid': 422,
  'input.malformed': 400,
  'input.tooLarge': 413,
  'input.contentType': 415,
  'method.notAllowed': 405,
  'route.unknown': 404,
  'identity.unauthenticated': 401,
  'identity.forbidden': 403,
  'identity.throttled': 429,
  'rate.exceeded': 429,
  'storage.unavailable': 503,
  'intake.busy': 503,
  'idempotency.inProgress': 409,
  'idempotency.reused': 422,
  'attachment.tooLarge': 413,
}

const byLastWord: Record<string, number> = {
  unknown: 404,
  stale: 409,
  taken: 409,
  forbidden: 403,
  used: 409,
  overtaken: 409,
  gone: 410,
}

/** The status that answers a refusal. Codes end in words: `.unknown` 404, `.stale` and `.taken` 409, `.forbidden` 403. */
export const statusOf = (code: string): number => exact[code] ?? byLastWord[code.split('.').at(-1) ?? ''] ?? 422
