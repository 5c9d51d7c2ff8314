/** What a mail may weigh before anything of it is understood. */
export const limits = {
  headerBlock: 256 * 1024,
  parts: 1_000,
  depth: 50,
  files: 100,
  recipients: 200,
  references: 200,
  text: 200_000,
  html: 2_000_000,
} as const

/** A mail that is not read: the code says why. */
export class Unreadable extends Error {
  constructor(readonly code: 'headers_too_long' | 'too_many_parts' | 'too_deep' | 'malformed') {
    super(code)
  }
}

/** Throws `Unreadable` for a mail that is built to exhaust its reader; one pass over the bytes. */
export function measure(bytes: Buffer): void {
  if (headerEnd(bytes) > limits.headerBlock) throw new Unreadable('headers_too_long')
  const text = bytes.toString('latin1')
  const boundaries = new Set<string>()
  for (const [, quoted, plain] of text.matchAll(/boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi)) {
    boundaries.add(quoted ?? plain ?? '')
    if (boundaries.size > limits.parts) throw new Unreadable('too_many_parts')
  }
  if (boundaries.size === 0) return
  let parts = 0
  for (const [, rest = ''] of text.matchAll(/^--([^\r\n]{1,210})/gm)) {
    const line = rest.trimEnd()
    if (boundaries.has(line) && ++parts > limits.parts) throw new Unreadable('too_many_parts')
  }
}

function headerEnd(bytes: Buffer): number {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : bytes.length
}
