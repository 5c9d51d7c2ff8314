import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'
import { base32, type IdKind, isId, prefixOf } from './ids'
import { once } from './once'

const purposes = {
  /** A personal survey link: an invitation. */
  survey: 'invitation',
  /** The customer's own page: a ticket. */
  case: 'ticket',
  /** Unsubscribe: a customer. */
  unsubscribe: 'customer',
  /** Change my answer: a response. */
  change: 'response',
  /** Reply-To of a letter: a ticket. */
  reply: 'ticket',
} as const satisfies Record<string, IdKind>

export type Purpose = keyof typeof purposes

/** An unguessable word for a link: the id without its prefix and 130 bits of HMAC-SHA-256 under a key of this purpose. */
export const sealToken = (purpose: Purpose, id: string): string => `${id.slice(4)}${macOf(purpose, id.slice(4))}`

/** The id that `sealToken` put in, or null when the word is not ours for this purpose. Whether it still opens anything is the row's to say. */
export function openToken(purpose: Purpose, token: string): string | null {
  if (!/^[0-9a-z]{52}$/.test(token)) return null
  const rest = token.slice(0, 26)
  if (!timingSafeEqual(Buffer.from(token.slice(26)), Buffer.from(macOf(purpose, rest)))) return null
  const kind = purposes[purpose]
  const id = `${prefixOf(kind)}_${rest}`
  return isId(kind, id) ? id : null
}

const macOf = (purpose: string, text: string): string =>
  base32(createHmac('sha256', keyFor(purpose)).update(text).digest().subarray(0, 17)).slice(0, 26)

const keyFor = (purpose: string): Buffer => {
  const keys = once('seal.keys', () => new Map<string, Buffer>())
  const kept = keys.get(purpose) ?? createHmac('sha256', env().secret).update(`lazo:${purpose}`).digest()
  keys.set(purpose, kept)
  return kept
}

/** A key derived from the secret for one use (cookies of next-auth, Message-IDs), as lower-case hexadecimal. */
export const derivedKey = (use: string): string => keyFor(`derived:${use}`).toString('hex')

/** Ten bytes of MAC over a text, base32: for Message-IDs. */
export const shortMac = (use: string, text: string): string =>
  base32(createHmac('sha256', keyFor(use)).update(text).digest().subarray(0, 10))

/** Whether two MACs are one, in a time that says nothing of where they differ. */
export const sameMac = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))

/** 160 random bits, base64url: for tokens that are stored hashed. */
export const randomToken = (): string => randomBytes(20).toString('base64url')

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
