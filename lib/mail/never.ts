import { type Env, env } from '@/lib/kit/env'
import { once } from '@/lib/kit/once'
import { emailKey } from '@/lib/kit/text'
import { senderOf } from './address'
import type { LetterReason } from './shared'

/** Addresses that nobody reads, or that answer by themselves. */
const unread =
  /^(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|noresponder|no-responder)([+-].*)?@/

/**
 * Why automatic mail never goes to an address, whoever it belongs to: it is one of ours (`own`, with any tag), or nobody
 * reads it. Pure; cheap enough to ask when a letter is queued.
 */
export function neverTo(address: string, own: readonly string[]): LetterReason | null {
  const key = address.trim().toLowerCase()
  if (own.includes(withoutTag(key))) return 'own_address'
  return unread.test(key) ? 'no_reply_address' : null
}

/** The house's own addresses, without tags: who writes, and the mailbox that is read. */
export function ownAddresses(): string[] {
  const its = env()
  const known = once('mail.own', () => new WeakMap<Env, string[]>())
  const own = known.get(its) ?? addressesOf(its)
  known.set(its, own)
  return own
}

function addressesOf({ mailFrom, imapUrl, baseUrl }: Env): string[] {
  const user = imapUrl ? decodeURIComponent(new URL(imapUrl).username) : ''
  const host = imapUrl ? new URL(imapUrl).hostname : ''
  const mailbox = user.includes('@') ? user : `${user}@${host}`
  return [senderOf(mailFrom, baseUrl).address, mailbox].flatMap((one) => {
    const key = emailKey(one)
    return key ? [withoutTag(key)] : []
  })
}

const withoutTag = (key: string): string => key.replace(/\+[^@]*@/, '@')
