import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { ImapFlow } from 'imapflow'
import { type Build, db, must } from '@/db'
import { inbound, mailboxes, organization } from '@/db/schema'
import { after, days } from '@/lib/kit/clock'
import { leaseMs, lost, ours } from './lease'

/** How many mails before the last known one are looked at again after each connection. */
const safetyWindow = 50

export type Waiting = { uid: number; size: number }

/** Where reading begins: the UID that was reached, and the first one to look at. */
export async function placeOf(
  client: ImapFlow,
  name: string,
  validity: number,
  again: boolean,
): Promise<{ last: number; from: number }> {
  const [row] = await db.select().from(mailboxes).where(eq(mailboxes.id, name))
  if (row?.uidValidity !== validity) {
    const first = await firstOfOurs(client)
    return { last: first - 1, from: first }
  }
  const next = row.lastUid + 1
  if (!again) return { last: row.lastUid, from: next }
  // Below the first mail that was kept lies what was there before Lazo.
  const [kept] = await db
    .select({ uid: inbound.uid })
    .from(inbound)
    .where(and(eq(inbound.mailbox, name), eq(inbound.uidValidity, validity)))
    .orderBy(asc(inbound.uid))
    .limit(1)
  return { last: row.lastUid, from: Math.min(next, Math.max(kept?.uid ?? next, next - safetyWindow)) }
}

/**
 * The first UID of a mailbox whose numbers are new to us: its first mail that came since the company stands here, a day
 * before included. Years of old mail are nobody's work; without a company everything is.
 */
async function firstOfOurs(client: ImapFlow): Promise<number> {
  const [house] = await db.select({ since: organization.createdAt }).from(organization)
  const opened = client.mailbox
  if (!house || !opened || opened.exists === 0) return 1
  const found = await client.search({ since: after(house.since, -days(1)) }, { uid: true })
  if (!found) throw new Error('the mailbox cannot be searched')
  return found.length > 0 ? found.reduce((first, uid) => Math.min(first, uid)) : Number(opened.uidNext)
}

export type Reached = { validity: number; place: number; count: number }

/** How far the mailbox has been read, for the list that keeps what was read. */
export const reached =
  (name: string, lease: string, { validity, place, count }: Reached, now: Date): Build =>
  (tx) => [
    must(
      tx
        .update(mailboxes)
        .set({
          uidValidity: validity,
          lastUid: place,
          lastFetchAt: now,
          failingSince: null,
          error: null,
          fetched: sql`${mailboxes.fetched} + ${count}`,
          leasedUntil: after(now, leaseMs),
        })
        .where(ours(name, lease))
        .returning({ id: mailboxes.id }),
      lost,
    ),
  ]

/** What the mailbox holds from a UID on that has not been kept, in the order of UIDs. */
export async function unknownFrom(client: ImapFlow, name: string, validity: number, from: number): Promise<Waiting[]> {
  if (client.mailbox && client.mailbox.exists === 0) return []
  const listed: Waiting[] = []
  // `n:*` names the last mail even when its UID is below n.
  for await (const { uid, size } of client.fetch(`${from}:*`, { uid: true, size: true }, { uid: true })) {
    if (uid >= from) listed.push({ uid, size: size ?? 0 })
  }
  if (listed.length === 0) return []
  const rows = await db
    .select({ uid: inbound.uid })
    .from(inbound)
    .where(and(eq(inbound.mailbox, name), eq(inbound.uidValidity, validity), gte(inbound.uid, from)))
  const known = new Set(rows.map(({ uid }) => uid))
  return listed.filter(({ uid }) => !known.has(uid)).sort((a, b) => a.uid - b.uid)
}
