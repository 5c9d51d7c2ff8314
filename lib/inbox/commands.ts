import { and, eq, isNull, ne } from 'drizzle-orm'
import { atomically, must } from '@/db'
import { inbound } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { enqueue, nudge } from '@/lib/jobs'
import { Refusal } from '@/lib/kit/refusal'
import { readJob } from './jobs'

/**
 * Has a mail read once more that could not be read or settled: the machine may have been busy, or the fault is mended. For
 * those who assign work. Refuses `identity.forbidden`, and `inbound.stale` for one that does not wait so, or was cut off.
 */
export async function readAgain(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'tickets.assign')
  await atomically((tx) => [
    must(
      tx
        .update(inbound)
        .set({ state: 'received', error: null, attempts: 0, trail: ['kept', 'again'] })
        .where(
          and(
            eq(inbound.id, id),
            eq(inbound.state, 'unreadable'),
            ne(inbound.error, 'too_large'),
            isNull(inbound.erasedAt),
          ),
        )
        .returning({ id: inbound.id }),
      () => new Refusal('inbound.stale'),
    ),
    enqueue(readJob, { inbound: id }, now),
  ])
  nudge()
}
