import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { atomically, db, type Step, type Tx } from '@/db'
import {
  attachments,
  bounces,
  contactAttempts,
  drafts,
  gestures,
  inbound,
  invitations,
  letters,
  messages,
  responseRevisions,
  responses,
  subTasks,
  suppressions,
  ticketAddresses,
  tickets,
} from '@/db/schema'
import { forgetTicket } from '@/db/search'
import { wipeMail } from './wipe-mail'

const chunk = 200
type Found = { id: string; number?: number }
type Walk = {
  read: (customerId: string, last: string) => PromiseLike<Found[]>
  wipe: (tx: Tx, ids: string[], now: Date) => Step[]
}

/**
 * Takes every word out of what one customer left: answers, what they said before, letters, messages and notes, what was
 * written of their tickets, the mail that came with its files, the search index. In lists of at most 200 rows; may be run again at any time.
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

const unwritten = { subject: null, text: null, html: null, raw: null, diagnostic: null }
const unsaid = { text: '', subject: null, fromAddress: null, fromName: null }

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
      ...wipeMail(tx, inArray(inbound.ticketId, ids), inArray(attachments.ticketId, ids), now),
      tx
        .update(tickets)
        .set({ title: null, actionTaken: null, summary: null, waitingReason: null })
        .where(inArray(tickets.id, ids)),
      tx
        .update(messages)
        .set({ ...unsaid, erasedAt: now })
        .where(inArray(messages.ticketId, ids)),
      tx.update(contactAttempts).set({ note: null }).where(inArray(contactAttempts.ticketId, ids)),
      tx.update(subTasks).set({ text: '' }).where(inArray(subTasks.ticketId, ids)),
      tx.update(gestures).set({ note: null }).where(inArray(gestures.ticketId, ids)),
      tx.delete(drafts).where(inArray(drafts.ticketId, ids)),
      ...forgetAddresses(tx, ids),
      tx
        .update(letters)
        .set({ toAddress: '', toName: null, ...unwritten, updatedAt: now })
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
      tx.delete(bounces).where(inArray(bounces.letterId, ids)),
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

// Further addresses from which they wrote, and what became of letters there.
function forgetAddresses(tx: Tx, ids: string[]): Step[] {
  const theirs = db
    .select({ key: ticketAddresses.addressKey })
    .from(ticketAddresses)
    .where(inArray(ticketAddresses.ticketId, ids))
  return [
    tx.delete(suppressions).where(inArray(suppressions.addressKey, theirs)),
    tx.delete(bounces).where(inArray(bounces.addressKey, theirs)),
    tx.delete(ticketAddresses).where(inArray(ticketAddresses.ticketId, ids)),
  ]
}

const live = ['created', 'queued', 'sent', 'delivered', 'opened', 'started'] as const
