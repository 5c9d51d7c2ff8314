import { refuse } from './refusal'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as text; refuses `input.malformed` for what is not UTF-8 or holds a NUL. */
export function textOf(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text.includes('\u0000')) refuse('input.malformed', { reason: 'nul' })
  return text
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return refuse('input.malformed', { reason: 'utf8' })
  }
}

/** Bytes as JSON; refuses `input.malformed` for bad UTF-8, what is not JSON, a NUL and a lone surrogate, however written. */
export function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes)
  // Only an escape can bring in what valid UTF-8 cannot hold.
  const check = text.includes('\\u')
  try {
    return check ? JSON.parse(text, wellFormed) : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('input.malformed', { reason: 'json' })
    throw error
  }
}

function wellFormed(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text !== 'string') continue
    if (text.includes('\u0000')) refuse('input.malformed', { reason: 'nul' })
    if (!isWellFormed(text)) refuse('input.malformed', { reason: 'surrogate' })
  }
  return value
}

/** No lone surrogates. */
export const isWellFormed = (text: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)

/** JSON with sorted keys: the same text for the same content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, its]) => its !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, its]) => `${JSON.stringify(key)}:${canonical(its)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
