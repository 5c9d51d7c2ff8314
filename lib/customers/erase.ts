import { and, eq, inArray, sql } from 'drizzle-orm'
import { atomically, db, must, type Step, type Tx } from '@/db'
import { bounces, customers, erasures, inbound, letters, suppressions } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf, demand, type SystemActor } from '@/lib/identity/shared'
import { enqueue, nudge } from '@/lib/jobs'
import { Refusal } from '@/lib/kit/refusal'
import { sha256 } from '@/lib/kit/seal'
import type { CustomerRow } from './customer'
import { eraseJob } from './jobs'
import { customerById } from './queries'
import { wipe } from './wipe'
import { wipeMail } from './wipe-mail'

export { wipe }

/**
 * Erases a person: identity at once and in one list, their words right after, everywhere. Scores, days, tickets' states
 * and times stay as figures of nobody. Erasing twice is erasing once. Refuses `customer.unknown`, `customer.stale`.
 */
export async function eraseCustomer(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'customers.erase')
  const known = await customerById(actor, id)
  if (known.erasedAt) return
  await atomically((tx) => [...forget(tx, known, now), ...told(actor, known, now)])
  nudge()
  await wipe(id, now)
}

/** Erases again whom a restored backup brought back. Resolves to how many. */
export async function eraseForgotten(now: Date): Promise<number> {
  const actor: SystemActor = { kind: 'system', id: 'restore' }
  const hashes = new Set((await db.select({ hash: erasures.hash }).from(erasures)).map((row) => row.hash))
  if (hashes.size === 0) return 0
  let count = 0
  for (let last = ''; ; ) {
    const rows = await db
      .select({ id: customers.id, erasedAt: customers.erasedAt })
      .from(customers)
      .where(sql`${customers.id} > ${last}`)
      .orderBy(customers.id)
      .limit(500)
    for (const { id, erasedAt } of rows) {
      if (!hashes.has(erasureOf(id)) || erasedAt) continue
      await eraseCustomer(actor, id, now)
      count++
    }
    const end = rows.at(-1)
    if (!end) return count
    last = end.id
  }
}

const erasureOf = (id: string): string => sha256(`erased:${id}`)

const nobody = {
  externalId: null,
  email: null,
  emailKey: null,
  name: null,
  folded: '',
  phone: null,
  language: null,
  segment: null,
  annualValue: null,
  valueCurrency: null,
  flagged: false,
}

const forget = (tx: Tx, { id, version, email, emailKey }: CustomerRow, now: Date): Step[] => [
  must(
    tx
      .update(customers)
      .set({ ...nobody, erasedAt: now, version: version + 1 })
      .where(and(eq(customers.id, id), eq(customers.version, version)))
      .returning({ id: customers.id }),
    () => new Refusal('customer.stale', { id }),
  ),
  tx
    .insert(erasures)
    .values({ hash: erasureOf(id), at: now })
    .onConflictDoNothing(),
  tx
    .update(letters)
    .set({ state: 'cancelled', error: 'erased', updatedAt: now })
    .where(and(eq(letters.customerId, id), inArray(letters.state, ['queued', 'held', 'sending', 'unknown']))),
  ...(emailKey ? forgetAddress(tx, [emailKey, email ?? emailKey], now) : []),
]

// Mail that nobody could match is known to be theirs by its address alone, and so only now.
const forgetAddress = (tx: Tx, spellings: string[], now: Date): Step[] => [
  tx.delete(suppressions).where(inArray(suppressions.addressKey, spellings)),
  tx.delete(bounces).where(inArray(bounces.addressKey, spellings)),
  ...wipeMail(tx, inArray(inbound.fromAddress, spellings), undefined, now),
]

const told = (actor: Actor, { id, version }: CustomerRow, now: Date): Step[] => [
  enqueue(eraseJob, { customer: id }, now, { key: `customer.erase:${id}` }),
  ...record(
    [
      {
        kind: 'customer.erased',
        subject: { kind: 'customer', id },
        actor: authorOf(actor),
        payload: { version: version + 1 },
      },
    ],
    now,
  ),
]
