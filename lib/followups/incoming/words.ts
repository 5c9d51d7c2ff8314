import type { Filled } from '@/db'
import type { MessageKind } from '@/db/words/followups'
import { type Author, record } from '@/lib/events'
import type { Inbound, ReadMail } from '@/lib/inbox'
import { say } from '../say'
import type { Sender } from './sender'

type Coming = {
  id: string
  ticketId: string
  kind: Extract<MessageKind, 'inbound' | 'automatic' | 'note'>
  sender: Sender
  returnsAt?: Date | null
}

const longest = 100_000

/** The write that puts a mail's words on a ticket. Only what the customer wrote stands on the customer's own page. */
export const wordsOf = (mail: ReadMail, row: Inbound, its: Coming, now: Date): Filled => {
  const { sender, kind } = its
  const text = mail.text.slice(0, longest)
  return say(
    {
      id: its.id,
      ticketId: its.ticketId,
      kind,
      authorKind: sender.authorKind,
      authorId: sender.authorId,
      text,
      letterId: null,
      visible: kind === 'inbound' && sender.standing === 'participant',
      inboundId: row.id,
      fromAddress: mail.from?.address ?? null,
      fromName: mail.from?.name || null,
      standing: sender.standing,
      subject: mail.subject || null,
      quoteAt: mail.quoteAt !== null && mail.quoteAt < text.length ? mail.quoteAt : null,
      hasHtml: mail.html !== null,
      returnsAt: its.returnsAt ?? null,
    },
    now,
  )
}

/** The fact that a mail came to a ticket: from there it is found by its words and told to whoever watches. */
export const received = (its: Coming, row: Inbound, now: Date): Filled[] => {
  const { standing, authorId, authorKind } = its.sender
  const actor: Author = authorKind === 'user' ? { kind: 'user', id: authorId } : { kind: 'customer', id: authorId }
  const payload = { message: its.id, inbound: row.id, standing, kind: its.kind }
  const fact = { kind: 'message.received', subject: { kind: 'ticket' as const, id: its.ticketId }, actor, payload }
  return record([{ ...fact, announced: true }], now)
}
