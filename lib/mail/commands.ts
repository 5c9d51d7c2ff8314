import { and, eq, inArray } from 'drizzle-orm'
import { atomically, must, type Tx } from '@/db'
import { letters, suppressions } from '@/db/schema'
import { type Author, record } from '@/lib/events'
import { enqueue, nudge } from '@/lib/jobs'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { sendJob } from './jobs'
import { letterById } from './queries'
import { recallableStates, retriableStates } from './shared'

/**
 * Sends a letter again that failed or is held: the same bytes, at once. An address that had been marked for its bounce is
 * trusted anew. Refuses `letter.unknown`, and `letter.stale` when it has left in between. The caller has checked the person.
 */
export async function retryLetter(by: Author, id: string, now: Date): Promise<void> {
  const letter = (await letterById(id)) ?? refuse('letter.unknown')
  const key = emailKey(letter.toAddress)
  await atomically((tx) => [
    must(
      tx
        .update(letters)
        .set({
          state: 'queued',
          notBefore: now,
          attempts: 0,
          resent: false,
          error: null,
          answerCode: null,
          updatedAt: now,
        })
        .where(and(eq(letters.id, id), inArray(letters.state, [...retriableStates])))
        .returning({ id: letters.id }),
      () => new Refusal('letter.stale'),
    ),
    ...(key ? [tx.delete(suppressions).where(eq(suppressions.addressKey, key))] : []),
    enqueue(sendJob, { letter: id }, now),
    ...record([{ kind: 'message.retried', subject: { kind: 'letter', id }, actor: by }], now),
  ])
  nudge()
}

/** Calls a letter back that has not left. Refuses `letter.unknown`, and `letter.stale` when it has. The caller has checked the person. */
export async function cancelLetter(by: Author, id: string, now: Date): Promise<void> {
  if (!(await letterById(id))) refuse('letter.unknown')
  await atomically((tx) => [
    must(
      tx
        .update(letters)
        .set({ state: 'cancelled', error: 'by_hand', updatedAt: now })
        .where(and(eq(letters.id, id), inArray(letters.state, [...recallableStates])))
        .returning({ id: letters.id }),
      () => new Refusal('letter.stale'),
    ),
    ...record([{ kind: 'message.cancelled', subject: { kind: 'letter', id }, actor: by }], now),
  ])
}

/** The write that calls back whatever waits of one ticket, of these kinds; for the list that makes them untrue. */
export const recall = (
  tx: Tx,
  ticketId: string,
  kinds: (typeof letters.$inferSelect)['kind'][],
  reason: string,
  now: Date,
) =>
  tx
    .update(letters)
    .set({ state: 'cancelled', error: reason, updatedAt: now })
    .where(
      and(eq(letters.ticketId, ticketId), inArray(letters.kind, kinds), inArray(letters.state, ['queued', 'held'])),
    )
