import { atomically } from '@/db'
import { attachments, inbound, letters, messages } from '@/db/schema'
import { storeBlob } from '@/lib/inbox'
import { newId } from '@/lib/kit/ids'
import { sha256 } from '@/lib/kit/seal'
import { suppress } from '@/lib/mail'

/** What mail leaves on a ticket, and what waits for one. */
export type MailThings = {
  /** A reply whose letter still waits. */
  reply: string
  /** A stranger's mail on the ticket, with HTML, and the file that came with it. */
  stranger: string
  file: string
  /** A mail that belongs to no ticket. */
  waiting: string
  /** An address that gets nothing automatic. */
  resting: string
}

export const noMail: MailThings = {
  reply: newId('message'),
  stranger: newId('message'),
  file: newId('attachment'),
  waiting: newId('inbound'),
  resting: 'nadie@reposo.mx',
}

export async function mailOn(ticketId: string, at: Date): Promise<MailThings> {
  const its = {
    reply: newId('message'),
    stranger: newId('message'),
    file: newId('attachment'),
    waiting: newId('inbound'),
    resting: `${newId('letter')}@reposo.mx`,
  }
  const [came, letter] = [newId('inbound'), newId('letter')]
  const bytes = Buffer.from(
    `From: otra@ajeno.mx\r\nMessage-ID: <${came}@x>\r\nContent-Type: text/html\r\n\r\n<p>Hola</p>\r\n`,
  )
  const hash = sha256(bytes)
  const mail = (id: string, state: 'settled' | 'unmatched', on: string | null) => ({
    ...{ id, source: 'http' as const, mailbox: id, sha256: hash, size: bytes.length, envelopeTo: [], state, trail: [] },
    ...{ kind: 'reply' as const, fromAddress: 'otra@ajeno.mx', subject: 'Hola', attempts: 1, receivedAt: at },
    ...{ ticketId: on, messageRowId: on ? its.stranger : null },
  })
  const message = { ticketId, visible: false, text: 'Hola', createdAt: at }
  await atomically((tx) => [
    suppress(its.resting, 'bounced', at),
    storeBlob({ sha256: hash, size: bytes.length, bytes, createdAt: at }),
    tx.insert(inbound).values(mail(came, 'settled', ticketId)),
    tx.insert(inbound).values(mail(its.waiting, 'unmatched', null)),
    tx.insert(messages).values({
      ...{ ...message, id: its.stranger, kind: 'inbound', authorKind: 'stranger', standing: 'stranger' },
      ...{ fromAddress: 'otra@ajeno.mx', inboundId: came, hasHtml: true },
    }),
    tx.insert(messages).values({ ...message, id: its.reply, kind: 'reply', authorKind: 'user', letterId: letter }),
    tx.insert(letters).values({
      ...{
        id: letter,
        kind: 'reply',
        state: 'queued',
        toAddress: 'ana@correo.mx',
        language: 'es',
        ticketId,
        facts: {},
      },
      ...{ messageRowId: its.reply, automatic: false, attempts: 0, resent: false },
      ...{ notBefore: new Date('2040-01-01'), createdAt: at, updatedAt: at },
    }),
    tx.insert(attachments).values({
      ...{ id: its.file, sha256: hash, name: 'a.html', mediaType: 'text/html', size: bytes.length, inline: false },
      ...{ ticketId, messageRowId: its.stranger, inboundId: came, createdAt: at },
    }),
  ])
  return its
}
