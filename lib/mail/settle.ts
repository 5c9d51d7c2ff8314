import { and, eq, inArray } from 'drizzle-orm'
import { atomically, type Build, must } from '@/db'
import { letters } from '@/db/schema'
import { type Fact, record, system } from '@/lib/events'
import { enqueue } from '@/lib/jobs'
import { log } from '@/lib/kit/log'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import type { Ending } from './answers'
import { sendJob } from './jobs'
import type { Desk, Letter } from './message'
import type { LetterReason } from './shared'
import { suppress } from './suppressions'

type Change = Partial<typeof letters.$inferInsert>

const lost = () => new Refusal('letter.stale')
const nothing: Build = () => []
const patience = 5

/** Writes down that a letter left, and in the same list what its desk says becomes true by it. `also` are the words and bytes of a preview. */
export const settleSent = (letter: Letter, desk: Desk, by: Change, at: Date) =>
  settle(
    letter,
    { ...by, state: 'sent', sentAt: at, error: null, updatedAt: at },
    () => desk.sent?.(letter, at),
    [fact('message.sent', letter, { via: by.via ?? null })],
    at,
  )

/** Writes down that a letter will never arrive, where a person sees it. */
export const settleFailed = (letter: Letter, desk: Desk | undefined, failure: FailedBy, at: Date) =>
  settle(
    letter,
    { state: 'failed', error: failure.reason, answerCode: failure.answerCode ?? null, updatedAt: at },
    async () => {
      const more = (await desk?.failed?.(letter, at)) ?? nothing
      const key = failure.suppress ? emailKey(letter.toAddress) : null
      return (tx) => [...more(tx), ...(key ? [suppress(key, 'bounced', at, letter.id)] : [])]
    },
    [{ ...fact('message.failed', letter, { reason: failure.reason }), announced: true }],
    at,
  )
type FailedBy = { reason: LetterReason; answerCode?: number | null; suppress?: boolean }

/** Writes down that the gate stopped a letter, and which rule it was. */
export const settleCancelled = (letter: Letter, desk: Desk, reason: LetterReason, at: Date) =>
  settle(
    letter,
    { state: 'cancelled', error: reason, updatedAt: at },
    () => desk.stopped?.(letter, reason, at),
    [fact('message.stopped', letter, { reason })],
    at,
  )

/** Leaves a letter in line and says why it waits. */
export const note = (letter: Letter, reason: LetterReason, at: Date) =>
  letter.error === reason
    ? Promise.resolve()
    : atomically((tx) => [tx.update(letters).set({ error: reason, updatedAt: at }).where(asItWas(letter))])

/** Puts a letter back in line and asks for the next attempt, in one list. */
export const putBack = (letter: Letter, ending: Exclude<Ending, { end: 'failed' }>, code: number | null, at: Date) =>
  atomically((tx) => [
    must(
      tx
        .update(letters)
        .set({
          state: ending.end === 'unknown' ? 'unknown' : 'queued',
          error: ending.reason,
          answerCode: code,
          notBefore: ending.at,
          updatedAt: at,
          ...(ending.end === 'paused' ? { attempts: letter.attempts - 1 } : {}),
        })
        .where(asItWas(letter))
        .returning({ id: letters.id }),
      lost,
    ),
    enqueue(sendJob, { letter: letter.id }, at, { runAt: ending.at }),
  ]).catch(unlessLost)

/** The guard: nobody has taken this letter further since it was read. */
export const asItWas = (letter: Letter) =>
  and(eq(letters.id, letter.id), inArray(letters.state, [letter.state]), eq(letters.attempts, letter.attempts))

async function settle(
  letter: Letter,
  change: Change,
  consequences: () => Promise<Build> | undefined,
  facts: Fact[],
  at: Date,
): Promise<void> {
  for (let turn = 1; turn <= patience; turn++) {
    // What follows from a letter may clash with somebody's work on the ticket: looked at anew, but it never holds the letter back.
    const more = turn < patience ? ((await consequences()) ?? nothing) : nothing
    try {
      await atomically((tx) => [
        must(tx.update(letters).set(change).where(asItWas(letter)).returning({ id: letters.id }), lost),
        ...more(tx),
        ...record(facts, at),
      ])
      return
    } catch (error) {
      if (isRefusal(error) && error.code === 'letter.stale') return
      if (turn === patience || (isRefusal(error) && error.code === 'storage.unavailable')) throw error
      log().warn({ letter: letter.id, err: error }, 'what follows from a letter was refused')
    }
  }
}

const fact = (kind: string, letter: Letter, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: letter.ticketId ? { kind: 'ticket', id: letter.ticketId } : { kind: 'letter', id: letter.id },
  actor: system('mail'),
  payload: { letter: letter.id, kind: letter.kind, ...payload },
})

const unlessLost = (error: unknown) => {
  if (!isRefusal(error) || error.code !== 'letter.stale') throw error
}
