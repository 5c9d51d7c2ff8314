import { and, eq, inArray, isNull } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { attachments, customers, messages, responses, tickets } from '@/db/schema'
import { indexWrites } from '@/db/search'
import type { Event } from '@/lib/events'
import { fold } from '@/lib/kit/text'

const telling = ['opened', 'joined', 'noted', 'replied', 'contact_logged', 'resolved', 'merged', 'split'].map(
  (kind) => `ticket.${kind}`,
)
const longest = 20_000
const atOnce = 200

/** Keeps the index of words in step with what was said on tickets. A second time changes nothing. */
export async function afterWords(events: Event[]): Promise<void> {
  const revised = events.filter(({ kind }) => kind === 'response.revised').map(({ subjectId }) => subjectId)
  const ids = new Set(events.filter(({ kind }) => telling.includes(kind)).map(({ subjectId }) => subjectId))
  if (revised.length > 0) {
    const rows = await db.select({ id: responses.ticketId }).from(responses).where(inArray(responses.id, revised))
    for (const { id } of rows) if (id) ids.add(id)
  }
  // Two writes a ticket: a list holds no more than that.
  for (let from = 0; from < ids.size; from += atOnce) await indexTickets([...ids].slice(from, from + atOnce))
}

/** Puts everything that was said on these tickets, and whose they are, where search finds it. */
export async function indexTickets(ids: string[]): Promise<void> {
  const found = await db
    .select({
      id: tickets.id,
      number: tickets.number,
      title: tickets.title,
      customerId: tickets.customerId,
      actionTaken: tickets.actionTaken,
      summary: tickets.summary,
    })
    .from(tickets)
    .where(inArray(tickets.id, ids))
  const people = found.flatMap(({ customerId }) => customerId ?? [])
  const [answers, said, files, names] = await Promise.all([
    db
      .select({ on: responses.ticketId, text: responses.comment })
      .from(responses)
      .where(inArray(responses.ticketId, ids)),
    db
      .select({ on: messages.ticketId, text: messages.text, subject: messages.subject, from: messages.fromName })
      .from(messages)
      .where(and(inArray(messages.ticketId, ids), isNull(messages.erasedAt))),
    db
      .select({ on: attachments.ticketId, text: attachments.name })
      .from(attachments)
      .where(and(inArray(attachments.ticketId, ids), eq(attachments.inline, false))),
    people.length > 0
      ? db
          .select({
            ...{ id: customers.id, name: customers.name, email: customers.email },
            ...{ externalId: customers.externalId, phone: customers.phone },
          })
          .from(customers)
          .where(inArray(customers.id, people))
      : [],
  ])
  const writes = found.flatMap(({ id, number, title, customerId, actionTaken, summary }) => {
    const who = names.find((one) => one.id === customerId)
    const own = <T extends { on: string | null }>(its: T[]): T[] => its.filter(({ on }) => on === id)
    const words = [...own(answers), ...own(files)].map(({ text }) => text)
    const mail = own(said).flatMap(({ text, subject, from }) => [subject, from, text])
    const whose = [who?.name, who?.email, who?.externalId, who?.phone]
    const all = [String(number), title, ...whose, actionTaken, summary, ...words, ...mail]
    return indexWrites(number, bare(all.filter(Boolean).join(' ')).slice(0, longest))
  })
  if (writes.length > 0) await atomically(() => writes)
}

// Letters and digits only: each engine has its own idea of what a hyphen or an at sign makes of two words.
const bare = (text: string): string =>
  fold(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''
