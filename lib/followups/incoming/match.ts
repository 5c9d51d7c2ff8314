import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { db } from '@/db'
import { customers, inbound, letters, ticketAddresses, tickets } from '@/db/schema'
import type { Classified, ReadMail } from '@/lib/inbox'
import { emailKey } from '@/lib/kit/text'
import type { TicketRow } from '@/lib/tickets'

/** The ticket that a mail joins, and what proved it: our own word in an address, our own Message-ID, or one of a mail that came. */
export type Match = { ticket: TicketRow; by: 'tag' | 'answers' | 'received'; letterId: string | null }

const answering = ['reply', 'bounce']
const mostIds = 60
const mostSteps = 12

/**
 * Which ticket a mail joins (decision 0022), or null: first the signed word in any recipient's address, then In-Reply-To and
 * References from the newest, each against our own letters by their MAC, then against mail that came before; that last
 * only from somebody who takes part in its ticket. A subject joins nothing. Merged tickets are followed.
 */
export async function matchOf(mail: ReadMail, { tags, answers }: Classified): Promise<Match | null> {
  const tagged = tags.filter(({ purpose }) => answering.includes(purpose)).map(({ letterId }) => letterId)
  for (const letterId of tagged) {
    const ticket = await ticketOfLetter(letterId)
    if (ticket) return { ticket, by: 'tag', letterId }
  }
  for (const letterId of answers.slice(0, mostIds)) {
    const ticket = await ticketOfLetter(letterId)
    if (ticket) return { ticket, by: 'answers', letterId }
  }
  return matchReceived(mail)
}

/** A ticket that a mail may belong to; a person decides. From its subject, or the only open one of the sender's. */
export async function suggestedFor(mail: ReadMail): Promise<string | null> {
  const key = emailKey(mail.from?.address ?? '')
  if (!key) return null
  const theirs = await db
    .select({ id: tickets.id, number: tickets.number, open: tickets.open })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(eq(customers.emailKey, key))
    .orderBy(desc(tickets.number))
    .limit(200)
  const numbers = [...mail.subject.matchAll(/#\s?(\d{1,12})\b/g)].map(([, digits]) => Number(digits))
  const named = theirs.find(({ number }) => numbers.includes(number))
  if (named) return named.id
  const open = theirs.filter((ticket) => ticket.open)
  return open.length === 1 ? (open[0]?.id ?? null) : null
}

async function ticketOfLetter(letterId: string): Promise<TicketRow | null> {
  const [letter] = await db.select({ ticketId: letters.ticketId }).from(letters).where(eq(letters.id, letterId))
  return letter?.ticketId ? standing(letter.ticketId) : null
}

/** The ticket, or the one that it was merged into. */
async function standing(ticketId: string): Promise<TicketRow | null> {
  let id = ticketId
  for (let step = 0; step < mostSteps; step++) {
    const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id))
    if (!ticket?.mergedInto) return ticket ?? null
    id = ticket.mergedInto
  }
  return null
}

// Anybody may name the Message-ID of somebody else's mail: it counts only from whoever takes part already.
async function matchReceived(mail: ReadMail): Promise<Match | null> {
  const key = emailKey(mail.from?.address ?? '')
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()].slice(0, mostIds)
  if (!key || ids.length === 0) return null
  const rows = await db
    .select({ ticketId: inbound.ticketId, messageId: inbound.messageIdHeader })
    .from(inbound)
    .innerJoin(tickets, eq(tickets.id, inbound.ticketId))
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(ticketAddresses, and(eq(ticketAddresses.ticketId, tickets.id), eq(ticketAddresses.addressKey, key)))
    .where(
      and(
        inArray(inbound.messageIdHeader, ids),
        isNotNull(inbound.ticketId),
        or(eq(customers.emailKey, key), isNotNull(ticketAddresses.addressKey)),
      ),
    )
  for (const id of ids) {
    const found = rows.find(({ messageId }) => messageId === id)
    const ticket = found?.ticketId ? await standing(found.ticketId) : null
    if (ticket) return { ticket, by: 'received', letterId: null }
  }
  return null
}
