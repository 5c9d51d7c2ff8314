import { randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'
import { once } from './once'

const prefixes = {
  user: 'usr',
  team: 'tea',
  pass: 'pas',
  session: 'ses',
  key: 'key',
  journey: 'jou',
  stage: 'sta',
  touchpoint: 'tou',
  cause: 'cau',
  customer: 'cus',
  survey: 'sur',
  invitation: 'inv',
  response: 'res',
  import: 'imp',
  calendar: 'cal',
  policy: 'sla',
  ticket: 'tic',
  attempt: 'att',
  message: 'msg',
  recovery: 'rec',
  letter: 'let',
  rule: 'rul',
  initiative: 'ini',
  event: 'evt',
  job: 'job',
  inbound: 'inb',
  attachment: 'fil',
  bounce: 'bou',
  notice: 'ntc',
  task: 'tsk',
  gesture: 'ges',
  view: 'vie',
  macro: 'mac',
  bulk: 'bul',
} as const

export type IdKind = keyof typeof prefixes

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 16 bytes as 26 lower-case base32 characters (Crockford's letters), in the order of the bytes. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((value >> bits) & 31)
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text
}

// Random words are fetched a thousand at a time: each call of the system for four bytes costs more than the id.
const generator = (): V7Generator =>
  once('ids', () => {
    const pool = new Uint32Array(1_024)
    let next = pool.length
    return new V7Generator({
      nextUint32: () => {
        if (next >= pool.length) {
          randomFillSync(pool)
          next = 0
        }
        return pool[next++] ?? 0
      },
    })
  })

/** A new id, ordered by time: `tic_` and 26 characters of a UUIDv7. */
export const newId = (kind: IdKind): string => `${prefixes[kind]}_${base32(generator().generate().bytes)}`

/** An id before all of its kind that were made at this instant or later: for reading on from a moment. */
export function firstIdAt(kind: IdKind, at: Date): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  return `${prefixes[kind]}_${base32(bytes)}`
}

const shape = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/

/** Whether `text` could be the id of such a thing; says nothing of its existence. */
export const isId = (kind: IdKind, text: string): boolean => shape.test(text) && text.startsWith(prefixes[kind])

/** The id's prefix, for tokens that carry the rest. */
export const prefixOf = (kind: IdKind): string => prefixes[kind]
