import { fileTypeFromBuffer } from 'file-type'

const plainShape = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/
const looked = 4_100
const unknown = 'application/octet-stream'
const markup = /^\s*(?:<\?xml|<!doctype|<html|<svg|<script|<head|<body|<!--)/i

/** What the bytes look like, else what was said of them if it can be said of anything; markup that calls itself something else is markup. */
export async function mediaTypeOf(bytes: Uint8Array, said: string | null = null): Promise<string> {
  const head = new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(0, 512))
  if (markup.test(head))
    return /<svg/i.test(head) ? 'image/svg+xml' : /^\s*<\?xml/i.test(head) ? 'text/xml' : 'text/html'
  const found = await fileTypeFromBuffer(bytes.subarray(0, looked)).catch(() => undefined)
  if (found) return found.mime
  const claimed = said?.split(';')[0]?.trim().toLowerCase() ?? ''
  // A claim to be a picture, a film or a program that its bytes do not bear out is worth nothing.
  const believable = plainShape.test(claimed) && !/^(?:image|video|audio|font|multipart|message)\//.test(claimed)
  if (believable) return claimed
  return isText(bytes) ? 'text/plain' : unknown
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, looked), { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from other bytes.
    return bytes.length > 0 && !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}
