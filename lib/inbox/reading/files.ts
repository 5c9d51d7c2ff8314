import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Attachment } from 'postal-mime'
import type { ParsedFile } from '../parsed'
import { fileName, line } from './clean'

const looked = 64 * 1024
// Containers: what the sender says of their content is better than what their first bytes say.
const vague = ['application/zip', 'application/x-cfb', 'application/xml', 'application/gzip']

/** A file as it will be kept: a name that is only a name, a type by its bytes, its hash. */
export async function fileOf(part: Attachment, at: number, html: string): Promise<ParsedFile> {
  const bytes = bytesOf(part)
  const said = /^[a-z0-9][a-z0-9.+-]{0,80}\/[a-z0-9][a-z0-9.+-]{0,120}$/.test(part.mimeType) ? part.mimeType : null
  const mediaType = typeOf(await sniffed(bytes), said)
  const contentId = part.contentId ? line(part.contentId, 250).replace(/^<|>$/g, '') : ''
  return {
    name: fileName(part.filename ?? '', at, mediaType),
    mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentId: contentId || null,
    inline: contentId !== '' && html.includes(`cid:${contentId}`),
    bytes,
  }
}

const typeOf = (seen: string | null, said: string | null): string => {
  if (seen === null) return said ?? 'application/octet-stream'
  return vague.includes(seen) && said?.startsWith('application/') && said !== 'application/octet-stream' ? said : seen
}

const sniffed = async (bytes: Uint8Array): Promise<string | null> =>
  (await fileTypeFromBuffer(bytes.subarray(0, looked)).catch(() => undefined))?.mime ?? null

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}
