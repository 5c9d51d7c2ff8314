import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { letters } from '@/db/schema'
import { every, type Handler, handle, type Scheduled } from '@/lib/jobs'
import { after } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { channel } from './channel'
import { sendJob, tidyJob } from './jobs'
import type { Desks } from './message'
import { sendLetter } from './send'
import { settleFailed } from './settle'
import { endSuppressions } from './suppressions'
import { connections } from './transport'

export { desks } from './test-letter'
export { closeTransport } from './transport'

/** What this room does besides sending. */
export const handlers: Handler[] = [
  handle(tidyJob, async (_, { now }) => {
    await endSuppressions(now)
  }),
]

/** What it asks for by the clock. */
export const schedule: Scheduled[] = [every('hour', tidyJob)]

type Item = Parameters<Handler['run']>[0][number]
type JobEnding = Awaited<ReturnType<Handler['run']>>[number]

/** How long one lease of letters may keep the other work of this process waiting. */
const patience = 10_000
/** A letter that nobody could write this often will not be written. */
const mostWritings = 5

/**
 * Sends letters, a few at a time. A mail server that hangs holds back neither other jobs nor the worker: after ten seconds
 * what has not begun goes back in line, and what is under way settles its letter by itself.
 */
export const mailHandler = (desks: Desks, budgetMs = patience): Handler => ({
  kind: sendJob.kind,
  run: async (items, now) => {
    const clock = clockFrom(now)
    const endings = new Map<string, JobEnding>()
    const waiting = [...items]
    const line = channel()
    const began = performance.now()
    const lane = async () => {
      line.busy++
      try {
        for (let item = waiting.shift(); item; item = waiting.shift()) {
          endings.set(item.id, await endingOf(item, desks, clock))
          if (performance.now() - began > budgetMs) return
        }
      } finally {
        line.busy--
      }
    }
    const lanes = Array.from({ length: Math.max(0, connections - line.busy) }, lane)
    await Promise.race([Promise.all(lanes), new Promise((resolve) => setTimeout(resolve, budgetMs).unref())])
    waiting.length = 0
    return items.map((item) => endings.get(item.id) ?? { id: item.id, end: 'later', at: after(clock(), budgetMs) })
  },
})

async function endingOf(item: Item, desks: Desks, clock: () => Date): Promise<JobEnding> {
  const { letter } = sendJob.payload.parse(item.payload)
  try {
    const at = await sendLetter(letter, desks, clock)
    return at ? { id: item.id, end: 'later', at } : { id: item.id, end: 'done' }
  } catch (error) {
    if (item.attempts >= mostWritings) await giveUp(letter, clock())
    return { id: item.id, end: 'failed', error }
  }
}

async function giveUp(id: string, at: Date): Promise<void> {
  const [letter] = await db.select().from(letters).where(eq(letters.id, id))
  if (letter?.state === 'queued') await settleFailed(letter, undefined, { reason: 'unwritable' }, at)
}

// A preview takes no time; over a network the 250 comes later than the lease, and its instant is what counts.
function clockFrom(now: Date): () => Date {
  const began = performance.now()
  return env().smtpUrl ? () => after(now, Math.round(performance.now() - began)) : () => now
}
