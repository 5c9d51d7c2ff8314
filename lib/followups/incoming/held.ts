import { and, eq, gt, inArray } from 'drizzle-orm'
import { type Build, db } from '@/db'
import { letters } from '@/db/schema'

/**
 * Letters of a ticket that were put off to a later day: what the customer says before then may make them untrue, so they wait
 * for a person. `hold` is the write, none when there are none.
 */
export async function scheduledOn(ticketId: string, now: Date): Promise<{ some: boolean; hold: Build }> {
  const rows = await db
    .select({ id: letters.id, facts: letters.facts })
    .from(letters)
    .where(
      and(
        eq(letters.ticketId, ticketId),
        eq(letters.state, 'queued'),
        inArray(letters.kind, ['reply', 'summary']),
        gt(letters.notBefore, now),
      ),
    )
  const ids = rows.filter(({ facts }) => facts.scheduled === 1).map(({ id }) => id)
  if (ids.length === 0) return { some: false, hold: () => [] }
  return {
    some: true,
    hold: (tx) => [
      tx
        .update(letters)
        .set({ state: 'held', error: 'customer_wrote', updatedAt: now })
        .where(and(inArray(letters.id, ids), eq(letters.state, 'queued'))),
    ],
  }
}
