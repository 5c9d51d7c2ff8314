import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { inbound, letters, messages } from '@/db/schema'
import { inboxDesk } from '@/lib/followups/handlers'
import { keep } from '@/lib/inbox'
import { readKept } from '@/lib/inbox/read'
import { drain } from '@/lib/jobs'
import { tagOf } from '@/lib/mail/tag'
import { allHandlers } from '@/lib/worker'

let count = 0

export type Mail = {
  from?: string
  to?: string
  subject?: string
  text?: string
  headers?: Record<string, string>
  raw?: string
  envelope?: { from: string | null; to: string[] }
}

/** A plain mail as bytes. */
export function mailOf({ from, to, subject, text, headers, raw }: Mail): Buffer {
  count += 1
  if (raw) return Buffer.from(raw.replace(/\r?\n/g, '\r\n'))
  const all: Record<string, string> = {
    From: from ?? 'Ana Ruiz <ok-1@correo.mx>',
    To: to ?? 'Casa Lúa <hola@casa.test>',
    Subject: subject ?? 'Re: mi caso',
    'Message-ID': `<mail-${count}@correo.mx>`,
    Date: 'Fri, 20 Nov 2026 10:00:00 -0600',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  const head = Object.entries(all).filter(([, value]) => value !== '')
  return Buffer.from(
    `${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text ?? 'Gracias.'}\r\n`,
  )
}

/** A mail comes in, is read in the child and settled; resolves to its row. */
export async function arrives(mail: Mail, now: Date) {
  const { id } = await keep(
    { source: 'pipe', mailbox: 'test', bytes: mailOf(mail), ...(mail.envelope ? { envelope: mail.envelope } : {}) },
    now,
  )
  await readKept(id, inboxDesk, 1, now)
  const [row] = await db.select().from(inbound).where(eq(inbound.id, id))
  if (!row) throw new Error('not kept')
  return row
}

/** Lets the worker do what is due. */
export const work = (now: Date) => drain(allHandlers(), now)

export const saidOn = (ticketId: string) =>
  db.select().from(messages).where(eq(messages.ticketId, ticketId)).orderBy(messages.createdAt, messages.id)

/** The address that answers a letter of ours, as a mailbox with tags gets it. */
export const replyTo = (letterId: string) => `hola+${tagOf('reply', letterId)}@casa.test`
export const bounceTo = (letterId: string) => `hola+${tagOf('bounce', letterId)}@casa.test`
export const stopAt = (letterId: string) => `hola+${tagOf('unsubscribe', letterId)}@casa.test`

export async function letterRow(id: string) {
  const [row] = await db.select().from(letters).where(eq(letters.id, id))
  if (!row) throw new Error('no letter')
  return row
}

/** A delivery report as Postfix writes it. */
export const report = (its: {
  to: string
  failed: string
  status: string
  said: string
  action?: string
  id?: string
}) => `Return-Path: <>
From: MAILER-DAEMON@mx.correo.mx (Mail Delivery System)
To: ${its.to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <report-${++count}@mx.correo.mx>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b0"

--b0
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b0
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.correo.mx

Final-Recipient: rfc822; ${its.failed}
Action: ${its.action ?? 'failed'}
Status: ${its.status}
Diagnostic-Code: smtp; ${its.said}

--b0
Content-Type: text/rfc822-headers

${its.id ? `Message-ID: ${its.id}\n` : ''}From: hola@casa.test
To: ${its.failed}
Subject: algo

--b0--
`
