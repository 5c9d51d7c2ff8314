import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import { attachments, contactAttempts, gestures, letters, messages, responses, subTasks, tickets } from '@/db/schema'
import type { Held } from '../merging'

const ticket = sql.placeholder('ticket')

const reads = {
  responses: prepared('responses held', (read) =>
    read
      .select({ id: responses.id })
      .from(responses)
      .where(and(eq(responses.ticketId, ticket), eq(responses.kind, 'answer')))
      .orderBy(asc(responses.id)),
  ),
  messages: prepared('messages held', (read) =>
    read.select({ id: messages.id }).from(messages).where(eq(messages.ticketId, ticket)).orderBy(asc(messages.id)),
  ),
  letters: prepared('letters held', (read) =>
    read.select({ id: letters.id }).from(letters).where(eq(letters.ticketId, ticket)).orderBy(asc(letters.id)),
  ),
  attempts: prepared('attempts held', (read) =>
    read
      .select({ id: contactAttempts.id })
      .from(contactAttempts)
      .where(eq(contactAttempts.ticketId, ticket))
      .orderBy(asc(contactAttempts.id)),
  ),
  attachments: prepared('attachments held', (read) =>
    read
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.ticketId, ticket))
      .orderBy(asc(attachments.id)),
  ),
  tasks: prepared('tasks held', (read) =>
    read.select({ id: subTasks.id }).from(subTasks).where(eq(subTasks.ticketId, ticket)).orderBy(asc(subTasks.id)),
  ),
  gestures: prepared('gestures held', (read) =>
    read.select({ id: gestures.id }).from(gestures).where(eq(gestures.ticketId, ticket)).orderBy(asc(gestures.id)),
  ),
}

/** Ids of what hangs on a ticket, by kind; kinds of which there is nothing are left out. */
export async function heldBy(id: string): Promise<Held> {
  const kinds = Object.entries(reads)
  const found = await Promise.all(kinds.map(([, read]) => read({ ticket: id })))
  return Object.fromEntries(
    kinds.flatMap(([kind], at) => {
      const ids = (found[at] ?? []).map((row) => row.id)
      return ids.length > 0 ? [[kind, ids]] : []
    }),
  )
}

const longestChain = 20

/** The ticket that lives on: the one itself, or whatever it was merged into, however many times. Null for no ticket at all. */
export async function survivorOf(id: string): Promise<string | null> {
  let at = id
  for (let step = 0; step < longestChain; step++) {
    const [row] = await db.select({ into: tickets.mergedInto }).from(tickets).where(eq(tickets.id, at))
    if (!row) return null
    if (!row.into) return at
    at = row.into
  }
  return at
}
