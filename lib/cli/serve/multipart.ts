/** One field of a form, byte for byte. */
export type FormPart = { name: string; bytes: Buffer }

const mostParts = 100

/**
 * The fields of a `multipart/form-data` body, their bytes untouched: a mail may hold any, which a decoder of text would
 * change without a word. Null when the body is not such a form.
 */
export function partsOf(body: Buffer, contentType: string): FormPart[] | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) return null
  const delimiter = `\r\n--${boundary}`
  const parts: FormPart[] = []
  let at = body.indexOf(`--${boundary}`)
  if (at < 0) return null
  at += boundary.length + 2
  while (parts.length < mostParts) {
    if (body.subarray(at, at + 2).toString('latin1') === '--') return parts
    const head = body.indexOf('\r\n\r\n', at)
    const end = head < 0 ? -1 : body.indexOf(delimiter, head + 2)
    if (end < 0) return null
    const name = nameIn(body.subarray(at, head).toString('utf8'))
    if (name !== null) parts.push({ name, bytes: body.subarray(head + 4, Math.max(head + 4, end)) })
    at = end + delimiter.length
  }
  return null
}

const nameIn = (head: string): string | null =>
  /^content-disposition:\s*form-data\b[^\r\n]*;\s*name="([^"\r\n]{0,200})"/im.exec(head)?.[1] ?? null
