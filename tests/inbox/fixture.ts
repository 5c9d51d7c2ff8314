import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/kit/env'
import { shortMac } from '@/lib/kit/seal'
import { newMessageId } from '@/lib/mail/message-id'
import { tagOf } from '@/lib/mail/tag'

/** The letter of ours that the fixtures answer and return. */
export const letterId = 'let_0123456789abcdefghjkmnpqrs'
export const ticketId = 'tic_0123456789abcdefghjkmnpqrt'

/** A mail of `fixtures`, with the tags and ids that only this installation can write. */
export function fixture(name: string): Buffer {
  const raw = readFileSync(join(import.meta.dirname, 'fixtures', `${name}.eml`))
  const words: Record<string, string> = {
    reply: `hola+${tagOf('reply', letterId)}@casa.example`,
    bounce: `hola+${tagOf('bounce', letterId)}@casa.example`,
    unsubscribe: `hola+${tagOf('unsubscribe', letterId)}@casa.example`,
    messageId: newMessageId({ id: letterId, ticketId }, 'casa.example'),
    loop: shortMac('loop', env().baseUrl),
  }
  // Byte for byte: some of them are in no encoding that a string could hold.
  return Buffer.from(
    raw.toString('latin1').replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? ''),
    'latin1',
  )
}
