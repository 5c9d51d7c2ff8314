import MailComposer from 'nodemailer/lib/mail-composer'
import { env } from '@/lib/kit/env'
import { randomToken, shortMac } from '@/lib/kit/seal'
import { oneLine, type Sender } from './address'
import type { Letter, Message } from './message'
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
  const messageId = messageIdOf(letter, sender.domain)
  const { inReplyTo, references } = threadOf(earlier)
  const reply = sender.tagged?.(tagOf('reply', letter.id))
  const built = await new MailComposer({
    from: { name: oneLine(message.from), address: sender.address },
    to: { name: oneLine(letter.toName ?? ''), address: letter.toAddress },
    ...(reply ? { replyTo: { name: oneLine(message.from), address: reply } } : {}),
    subject: oneLine(message.subject),
    messageId,
    ...(inReplyTo ? { inReplyTo, references } : {}),
    date: now,
    text: message.text,
    html: message.html,
    headers: headersOf(letter, message, sender),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { raw: built.toString('utf8'), messageId, inReplyTo }
}

/** The envelope's sender: a bounce to it names its letter, where the mailbox takes tags (VERP). */
export const envelopeFrom = (letter: Letter, sender: Sender): string =>
  sender.tagged?.(tagOf('bounce', letter.id)) ?? sender.address

/** The word after the plus sign: purpose, letter, MAC. */
const tagOf = (purpose: 'reply' | 'bounce', letterId: string): string =>
  `${purpose.charAt(0)}${letterId.slice(4)}${shortMac(`mail ${purpose}`, letterId)}`

function messageIdOf(letter: Letter, domain: string): string {
  const word = randomToken()
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 12)
    .toLowerCase()
  const name = `t${letter.ticketId?.slice(4) ?? '0'}.m${letter.id.slice(4)}.${word}`
  return `<${name}.${shortMac('message id', name)}@${domain}>`
}

function headersOf(letter: Letter, message: Message, sender: Sender): Record<string, string> {
  return {
    // Tells our own letters when one comes back, and another house's from ours.
    'X-Lazo-Loop': shortMac('loop', env().baseUrl),
    ...(letter.automatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {}),
    ...(message.unsubscribe
      ? {
          'List-Unsubscribe': `<${message.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'List-Id': `<${letter.kind.replaceAll('_', '-')}.${sender.domain}>`,
        }
      : {}),
  }
}
