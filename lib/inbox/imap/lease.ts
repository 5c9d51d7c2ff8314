import { hostname } from 'node:os'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { atomically, db, must } from '@/db'
import { mailboxes } from '@/db/schema'
import { after } from '@/lib/kit/clock'
import { Refusal } from '@/lib/kit/refusal'
import { randomToken } from '@/lib/kit/seal'

/** How long a mailbox belongs to its reader without a word from it. */
export const leaseMs = 45_000

/**
 * Takes a mailbox for this process; null while another one reads it. Whoever died on this machine without giving it back
 * holds it no longer.
 */
export async function takeMailbox(name: string, now: Date): Promise<string | null> {
  const lease = `${hostname()} ${process.pid} ${randomToken()}`
  const [row] = await db.select({ lease: mailboxes.lease }).from(mailboxes).where(eq(mailboxes.id, name))
  const dead = row?.lease && isDead(row.lease) ? eq(mailboxes.lease, row.lease) : undefined
  const [, taken] = await atomically((tx) => [
    tx.insert(mailboxes).values({ id: name, lastUid: 0, fetched: 0 }).onConflictDoNothing(),
    tx
      .update(mailboxes)
      .set({ lease, leasedUntil: after(now, leaseMs) })
      .where(and(eq(mailboxes.id, name), or(isNull(mailboxes.lease), lte(mailboxes.leasedUntil, now), dead)))
      .returning({ id: mailboxes.id }),
  ])
  return taken && taken.length > 0 ? lease : null
}

/** What every write about a mailbox begins with: it is still ours. Refuses `mailbox.lost`. */
export const lost = () => new Refusal('mailbox.lost')
export const ours = (name: string, lease: string) => and(eq(mailboxes.id, name), eq(mailboxes.lease, lease))

/** Says that this process still reads it. Refuses `mailbox.lost`. */
export const renewMailbox = (name: string, lease: string, now: Date) =>
  atomically((tx) => [
    must(
      tx
        .update(mailboxes)
        .set({ leasedUntil: after(now, leaseMs) })
        .where(ours(name, lease))
        .returning({ id: mailboxes.id }),
      lost,
    ),
  ])

/** Gives it back at once. */
export const releaseMailbox = (name: string, lease: string) =>
  atomically((tx) => [tx.update(mailboxes).set({ lease: null, leasedUntil: null }).where(ours(name, lease))])

function isDead(lease: string): boolean {
  const [host, pid] = lease.split(' ')
  if (host !== hostname()) return false
  if (Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}
