import { eq, inArray, sql } from 'drizzle-orm'
import { atomically, type Step, type Tx } from '@/db'
import { throttles } from '@/db/schema'
import { minutes } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'

export type Limit = { key: string; most: number }

const window = minutes(15)

/**
 * Counts one attempt under every key, before the work is done, and refuses `identity.throttled` (`retryAfter` in seconds)
 * when one is over its limit. `forgive` or `forget` takes the count back when the attempt was no failure.
 */
export async function attempt(limits: Limit[], now: Date): Promise<void> {
  // In the order of the keys: two attempts at once would otherwise wait for each other on PostgreSQL.
  const sorted = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const rows = await atomically((tx) => sorted.map(({ key }) => count(tx, key, now)))
  sorted.forEach(({ most }, at) => {
    const row = rows[at]?.[0] as { count: number; since: Date } | undefined
    if (!row || row.count <= most) return
    const left = row.since.getTime() + window - now.getTime()
    refuse('identity.throttled', { retryAfter: Math.max(1, Math.ceil(left / 1000)), minutes: Math.ceil(left / 60_000) })
  })
}

/** Writes that forget every count of some keys: the owner came in. */
export const forget = (tx: Tx, keys: string[]): Step => tx.delete(throttles).where(inArray(throttles.key, keys))

/** The write that takes one attempt back. */
export const forgive = (tx: Tx, key: string): Step =>
  tx
    .update(throttles)
    .set({ count: sql`${throttles.count} - 1` })
    .where(eq(throttles.key, key))

/** An address as it is counted: an IPv6 network of 64 bits is one visitor. */
export function visitor(address: string | null): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain || 'unknown'
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

function count(tx: Tx, key: string, now: Date) {
  const fresh = sql`${throttles.since} > ${now.getTime() - window}`
  return tx
    .insert(throttles)
    .values({ key, count: 1, since: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        count: sql`case when ${fresh} then ${throttles.count} + 1 else 1 end`,
        since: sql`case when ${fresh} then ${throttles.since} else excluded.since end`,
      },
    })
    .returning({ count: throttles.count, since: throttles.since })
}
