import type { IncomingMessage } from 'node:http'
import { refuse } from '@/lib/kit/refusal'

/** The whole body; refuses `input.tooLarge` before and while reading, `input.malformed` when it ends short. */
export function bodyOf(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0)
  return new Promise((resolve, reject) => {
    const refused = (code: string) => {
      request.removeAllListeners('data')
      request.resume()
      try {
        refuse(code, { limit })
      } catch (error) {
        reject(error)
      }
    }
    if (announced > limit) return refused('input.tooLarge')
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) return refused('input.tooLarge')
      chunks.push(chunk)
    })
    request.on('end', () => {
      if (announced > 0 && size !== announced) return refused('input.malformed')
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('aborted')))
  })
}
