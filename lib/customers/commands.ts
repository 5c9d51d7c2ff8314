import { and, eq, isNull, sql } from 'drizzle-orm'
import { atomically, db, frozen } from '@/db'
import { customers } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { openToken } from '@/lib/kit/seal'
import { type CustomerRow, isSomebody, mergeFacts, newCustomer } from './customer'
import { customerById } from './queries'
import type { CustomerInput, CustomerPatch } from './shared'
import { factOf, guarded, orTaken, stale, stopAsking } from './writes'

const insertCustomer = frozen(customers)

/** Puts somebody down who has not answered yet. Refuses `customer.nobody` without e-mail, id or telephone, `customer.taken` when one of them is somebody's. */
export async function createCustomer(actor: Actor, input: CustomerInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'customers.edit')
  if (!isSomebody(input)) {
    return refuse('customer.nobody', {}, [
      { path: 'email', code: 'required', message: 'an e-mail, an externalId or a phone is needed' },
    ])
  }
  const customer = newCustomer(input, now, now)
  const fact = factOf(actor, 'customer.created', customer.id, { version: 1 })
  await orTaken(() => atomically(() => [insertCustomer(customer), ...record([fact], now)]))
  return { id: customer.id }
}

/**
 * Changes what is known of somebody; `version`, when given, is the one that was edited. Refuses `customer.unknown`,
 * `customer.erased`, `customer.stale`, `customer.taken`.
 */
export async function updateCustomer(
  actor: Actor,
  id: string,
  { surveys, ...facts }: CustomerPatch,
  version: number | null,
  now: Date,
): Promise<void> {
  demand(actor, 'customers.edit')
  const known = await customerById(actor, id)
  if (known.erasedAt) refuse('customer.erased')
  if (version !== null && version !== known.version) throw stale(known)
  const { factsAt: _, ...merged } = mergeFacts(known, facts, now)
  const changes: Partial<CustomerRow> = { ...merged, ...consentOf(known, surveys, now) }
  const fields = Object.keys(changes).filter((field) => !['folded', 'emailKey'].includes(field))
  if (fields.length === 0) return
  const fact = factOf(actor, 'customer.updated', id, { version: known.version + 1, fields })
  await orTaken(() =>
    atomically((tx) => [
      guarded(tx, known, { ...changes, factsAt: now, flagged: false }),
      ...(surveys === false ? stopAsking(tx, id, now) : []),
      ...record([fact], now),
    ]),
  )
}

/**
 * The customer wants no more surveys: by their own signed link, as often as they like. Letters about a case of theirs
 * still reach them. Refuses `unsubscribe.unknown` when the link is none of ours.
 */
export async function unsubscribe(token: string, now: Date): Promise<void> {
  const id = openToken('unsubscribe', token)
  const [known] = id ? await db.select().from(customers).where(eq(customers.id, id)).limit(1) : []
  if (!known || known.erasedAt) return refuse('unsubscribe.unknown')
  if (known.optedOutAt) return
  const fact: Fact = {
    kind: 'customer.opted_out',
    subject: { kind: 'customer', id: known.id },
    actor: { kind: 'customer', id: known.id },
  }
  await atomically((tx) => [
    tx
      .update(customers)
      .set({ optedOutAt: now, version: sql`${customers.version} + 1` })
      .where(and(eq(customers.id, known.id), isNull(customers.optedOutAt))),
    ...stopAsking(tx, known.id, now),
    ...record([fact], now),
  ])
}

function consentOf({ optedOutAt }: CustomerRow, surveys: boolean | undefined, now: Date): Partial<CustomerRow> {
  if (surveys === undefined || surveys === (optedOutAt === null)) return {}
  return { optedOutAt: surveys ? null : now }
}
