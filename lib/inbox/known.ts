import { env } from '@/lib/kit/env'
import { shortMac } from '@/lib/kit/seal'
import { readMessageId, readTag } from '@/lib/mail'
import type { Known } from './classify'
import type { Inbound } from './desk'
import { mailboxOf } from './mailbox-url'

/** What this installation knows about a mail besides the mail. */
export function knownOf(row: Pick<Inbound, 'envelopeFrom' | 'envelopeTo'>, now: Date): Known {
  const url = env().imapUrl
  const box = url ? mailboxOf(url) : null
  return {
    envelopeFrom: row.envelopeFrom,
    envelopeTo: row.envelopeTo,
    loop: shortMac('loop', env().baseUrl),
    authserv: box && 'authserv' in box ? box.authserv : null,
    readTag,
    readMessageId,
    now,
  }
}
