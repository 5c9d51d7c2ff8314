import { and, eq, gte, sql } from 'drizzle-orm'
import type { ImapFlow } from 'imapflow'
import { type Build, db, must } from '@/db'
import { inbound, mailboxes } from '@/db/schema'
import { after } from '@/lib/kit/clock'
import { type Arriving, keepAll, keptOfTooLarge, largestMail } from '../keep'
import { leaseMs, lost, ours } from './lease'

/** How many mails before the last known one are looked at again after each connection. */
const safetyWindow = 50
const batchMails = 20
const batchBytes = 8 * 1024 * 1024

type Waiting = { uid: number; size: number }

/**
 * Keeps whatever is new in the open mailbox, batch by batch in the order of UIDs, the mailbox's place moving in the list that
 * keeps them. `again`: looks at the last fifty known ones, too. Another UIDVALIDITY than the known one: everything is looked
 * at; what is here already is known by its bytes. Resolves to how many mails it looked at. Refuses `mailbox.lost`.
 */
export async function fetchNew(
  client: ImapFlow,
  name: string,
  lease: string,
  again: boolean,
  clock: () => Date,
): Promise<number> {
  const opened = client.mailbox
  if (!opened) throw new Error('no mailbox is open')
  const validity = Number(opened.uidValidity)
  const [row] = await db.select().from(mailboxes).where(eq(mailboxes.id, name))
  const last = row?.uidValidity === validity ? row.lastUid : 0
  const from = again ? Math.max(1, last + 1 - safetyWindow) : last + 1
  const waiting = await unknownFrom(client, name, validity, from)
  let place = last
  for (const batch of batchesOf(waiting)) {
    const mails = await sourcesOf(client, batch)
    place = Math.max(place, batch.at(-1)?.uid ?? 0)
    const arriving = mails.map((mail) => ({ ...mail, source: 'imap' as const, mailbox: name, uidValidity: validity }))
    await keepAll(arriving, clock(), reached(name, lease, { validity, place, count: mails.length }, clock()))
  }
  if (waiting.length === 0) await keepAll([], clock(), reached(name, lease, { validity, place, count: 0 }, clock()))
  return waiting.length
}

type Reached = { validity: number; place: number; count: number }

/** How far the mailbox has been read, for the list that keeps what was read. */
const reached =
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

async function unknownFrom(client: ImapFlow, name: string, validity: number, from: number): Promise<Waiting[]> {
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

function batchesOf(waiting: Waiting[]): Waiting[][] {
  const batches: Waiting[][] = []
  let bytes = 0
  for (const one of waiting) {
    const last = batches.at(-1)
    const weight = Math.min(one.size, largestMail)
    if (last && last.length < batchMails && bytes + weight <= batchBytes) {
      last.push(one)
      bytes += weight
    } else {
      batches.push([one])
      bytes = weight
    }
  }
  return batches
}

type Fetched = Pick<Arriving, 'bytes' | 'uid'> & { cutFrom?: number }

async function sourcesOf(client: ImapFlow, batch: Waiting[]): Promise<Fetched[]> {
  const [large, fitting] = [batch.filter(tooLarge), batch.filter((one) => !tooLarge(one))]
  const mails: Fetched[] = []
  if (fitting.length > 0) {
    const uids = fitting.map(({ uid }) => uid).join(',')
    for await (const { uid, source } of client.fetch(uids, { uid: true, source: true }, { uid: true })) {
      // Gone between the list and the look: somebody removed it.
      if (source && source.length > 0) mails.push(whole(uid, source))
    }
  }
  for (const { uid, size } of large) {
    const cut = { uid: true, source: { start: 0, maxLength: keptOfTooLarge } }
    const one = await client.fetchOne(String(uid), cut, { uid: true })
    const source = one ? one.source : undefined
    if (source && source.length > 0) mails.push({ uid, bytes: source, cutFrom: size })
  }
  return mails
}

// A server may have said less than there is.
const whole = (uid: number, bytes: Buffer): Fetched =>
  bytes.length <= largestMail
    ? { uid, bytes }
    : { uid, bytes: bytes.subarray(0, keptOfTooLarge), cutFrom: bytes.length }

const tooLarge = ({ size }: Waiting): boolean => size > largestMail
