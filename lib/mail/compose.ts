import MailComposer from 'nodemailer/lib/mail-composer'
import { env } from '@/lib/kit/env'
import { shortMac } from '@/lib/kit/seal'
import { headerText, type Sender } from './address'
import { signed } from './dkim'
import type { Enclosure, Letter, Message } from './message'
import { newMessageId } from './message-id'
import { tagOf } from './tag'
import { threadOf } from './thread'

/** A letter as it leaves. */
export type Bytes = { raw: string; messageId: string; inReplyTo: string | null }

/** Puts a letter's words into the bytes that leave, once: every attempt sends the same. `earlier` are the Message-IDs of its ticket. */
export async function compose(
  letter: Letter,
  message: Message,
  sender: Sender,
  earlier: string[],
  now: Date,
): Promise<Bytes> {
  const messageId = newMessageId(letter, sender.domain)
  const { inReplyTo, references } = threadOf(earlier)
  const reply = sender.tagged?.(tagOf('reply', letter.id))
  const built = await new MailComposer({
    from: { name: headerText(message.from), address: sender.address },
    to: { name: headerText(letter.toName ?? ''), address: letter.toAddress },
    ...(reply ? { replyTo: { name: headerText(message.from), address: reply } } : {}),
    subject: headerText(message.subject, 600),
    messageId,
    ...(inReplyTo ? { inReplyTo, references } : {}),
    date: now,
    text: evenLines(message.text),
    html: evenLines(message.html),
    attachments: message.attachments?.map(enclosed) ?? [],
    headers: headersOf(letter, message, sender),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  const raw = await signed(built, env().dkim)
  return { raw: raw.toString('utf8'), messageId, inReplyTo }
}

// A lone CR is an end of line to some servers and to others not: that is how one letter becomes two.
const evenLines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** A name is data: no path, no line break, no more than a mailbox shows. */
const enclosed = ({ name, mediaType, bytes, contentId }: Enclosure) => ({
  filename: headerText(name, 150).replaceAll(/[\\/]/g, '-') || 'file',
  contentType: /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(mediaType) ? mediaType : 'application/octet-stream',
  content: Buffer.from(bytes),
  ...(contentId
    ? { cid: contentId.replaceAll(/[^\w.@-]/g, ''), contentDisposition: 'inline' as const }
    : { contentDisposition: 'attachment' as const }),
})

/**
 * The envelope's sender: a bounce to it names its letter, where the mailbox takes tags (VERP). Elsewhere an automatic answer
 * has none, so that it cannot come back into the mailbox (RFC 3834, 3.3).
 */
export const envelopeFrom = (letter: Letter, sender: Sender): string =>
  sender.tagged?.(tagOf('bounce', letter.id)) ?? (answersMail(letter) ? '' : sender.address)

/** The house answers by itself what somebody wrote by mail: `facts.inbound` names the mail. */
const answersMail = ({ automatic, facts }: Letter): boolean => automatic && typeof facts.inbound === 'string'

function headersOf(letter: Letter, message: Message, sender: Sender): Record<string, string> {
  return {
    // Tells our own letters when one comes back, and another house's from ours.
    'X-Lazo-Loop': shortMac('loop', env().baseUrl),
    ...(letter.automatic
      ? {
          'Auto-Submitted': answersMail(letter) ? 'auto-replied' : 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        }
      : {}),
    ...(message.unsubscribe
      ? {
          'List-Unsubscribe': waysOut(letter, message.unsubscribe, sender),
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'List-Id': `<${letter.kind.replaceAll('_', '-')}.${sender.domain}>`,
        }
      : {}),
  }
}

/** One POST, and where the mailbox takes tags one empty mail as well. */
function waysOut(letter: Letter, url: string, sender: Sender): string {
  const mail = sender.tagged?.(tagOf('unsubscribe', letter.id))
  return `<${url}>${mail ? `, <mailto:${mail}?subject=unsubscribe>` : ''}`
}
