import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { atomically, db, type Step, type Tx } from '@/db'
import { contactAttempts, invitations, letters, messages, responseRevisions, responses, tickets } from '@/db/schema'
import { forgetTicket } from '@/db/search'

const chunk = 200
type Found = { id: string; number?: number }
type Walk = {
  read: (customerId: string, last: string) => PromiseLike<Found[]>
  wipe: (tx: Tx, ids: string[], now: Date) => Step[]
}

/**
 * Takes every word out of what one customer left: answers, what they said before, letters, messages and notes, what was
 * written of their tickets, the search index. In lists of at most 200 rows; may be run again at any time.
 */
export async function wipe(customerId: string, now: Date): Promise<void> {
  for (const walk of walks) {
    for (let last = ''; ; ) {
      const rows = await walk.read(customerId, last)
      const end = rows.at(-1)
      if (!end) break
      await atomically((tx) =>
        walk.wipe(
          tx,
          rows.map((row) => row.id),
          now,
        ),
      )
      for (const { number } of rows) if (number !== undefined) await forgetTicket(number)
      last = end.id
    }
  }
}

const unwritten = { subject: null, text: null, html: null, raw: null }

const walks: Walk[] = [
  {
    read: (customerId, last) =>
      db
        .select({ id: responses.id })
        .from(responses)
        .where(and(eq(responses.customerId, customerId), gt(responses.id, last)))
        .orderBy(asc(responses.id))
        .limit(chunk),
    wipe: (tx, ids) => [
      tx.update(responses).set({ comment: null, attributes: {}, contentHash: null }).where(inArray(responses.id, ids)),
      tx.update(responseRevisions).set({ comment: null }).where(inArray(responseRevisions.responseId, ids)),
    ],
  },
  {
    read: (customerId, last) =>
      db
        .select({ id: tickets.id, number: tickets.number })
        .from(tickets)
        .where(and(eq(tickets.customerId, customerId), gt(tickets.id, last)))
        .orderBy(asc(tickets.id))
        .limit(chunk),
    wipe: (tx, ids, now) => [
      tx.update(tickets).set({ title: null, actionTaken: null, summary: null }).where(inArray(tickets.id, ids)),
      tx.update(messages).set({ text: '', erasedAt: now }).where(inArray(messages.ticketId, ids)),
      tx.update(contactAttempts).set({ note: null }).where(inArray(contactAttempts.ticketId, ids)),
      tx
        .update(letters)
        .set({ ...unwritten, updatedAt: now })
        .where(inArray(letters.ticketId, ids)),
    ],
  },
  {
    read: (customerId, last) =>
      db
        .select({ id: letters.id })
        .from(letters)
        .where(and(eq(letters.customerId, customerId), gt(letters.id, last)))
        .orderBy(asc(letters.id))
        .limit(chunk),
    wipe: (tx, ids, now) => [
      tx
        .update(letters)
        .set({ toAddress: '', toName: null, ...unwritten, updatedAt: now })
        .where(inArray(letters.id, ids)),
    ],
  },
  {
    read: (customerId, last) =>
      db
        .select({ id: invitations.id })
        .from(invitations)
        .where(and(eq(invitations.customerId, customerId), gt(invitations.id, last)))
        .orderBy(asc(invitations.id))
        .limit(chunk),
    wipe: (tx, ids) => [
      tx.update(invitations).set({ attributes: {}, remindAt: null }).where(inArray(invitations.id, ids)),
      tx
        .update(invitations)
        .set({ state: 'cancelled', reason: 'erased' })
        .where(and(inArray(invitations.id, ids), inArray(invitations.state, live))),
    ],
  },
]

const live = ['created', 'queued', 'sent', 'delivered', 'opened', 'started'] as const
