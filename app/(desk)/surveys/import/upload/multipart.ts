import { Buffer } from 'node:buffer'
import { refuse } from '@/lib/kit/refusal'

/** One part of a form: a field, or a file whose bytes must be read before the next part is asked for. */
export type Part = { name: string; fileName: string | null; bytes: AsyncGenerator<Uint8Array> }

const longestHead = 8_192

/**
 * The parts of a multipart/form-data body (RFC 7578) as they arrive; nothing is held whole. Refuses `import.noFile` when the body
 * is no such form, `import.cutShort` when it ends before its last boundary.
 */
export async function* partsOf(body: AsyncIterable<Uint8Array> | null, contentType: string): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (!body || !boundary) return refuse('import.noFile')
  const source = body[Symbol.asyncIterator]()
  const mark = Buffer.from(`\r\n--${boundary}`)
  // The first boundary stands at the very beginning: a line break before it makes it like the others.
  let held: Buffer = Buffer.from('\r\n')

  const more = async (): Promise<void> => {
    const { value, done } = await source.next()
    if (done) refuse('import.cutShort')
    else held = Buffer.concat([held, value])
  }
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  async function* until(end: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = held.indexOf(end)
      if (at >= 0) {
        if (at > 0) yield take(at)
        take(end.length)
        return
      }
      // The end may begin in what is held and go on in what comes.
      const safe = held.length - end.length + 1
      if (safe > 0) yield take(safe)
      await more()
    }
  }
  const line = async (end: string): Promise<string> => {
    let text = ''
    for await (const chunk of until(Buffer.from(end))) {
      text += Buffer.from(chunk).toString('utf8')
      if (text.length > longestHead) refuse('import.noFile')
    }
    return text
  }

  for await (const _ of until(mark));
  for (;;) {
    while (held.length < 2) await more()
    if (take(2).toString('latin1') === '--') return
    const head = await line('\r\n\r\n')
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? ''
    const fileName = /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? null
    yield { name, fileName, bytes: until(mark) }
  }
}

/** The text of a field, at most `most` bytes of it. */
export async function textOf({ bytes }: Part, most = 1_000): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.byteLength
    if (length <= most) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
