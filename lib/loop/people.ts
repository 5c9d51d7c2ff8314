import { and, eq } from 'drizzle-orm'
import { frozen, must, type Step, type Tx } from '@/db'
import { customers } from '@/db/schema'
import {
  type CustomerFacts,
  type CustomerRow,
  isSomebody,
  matchCustomer,
  mergeFacts,
  newCustomer,
} from '@/lib/customers'
import { emailKey } from '@/lib/kit/text'
import { findCustomer, findCustomers } from './reading'
import { stale } from './stale'

const insertCustomer = frozen(customers)

/** Who answered, as they stand after this answer, and what must be written for it; `met`: known before. */
export type Person = { customer: CustomerRow; met: boolean; write: (tx: Tx) => Step[] }

/** Reads and decides who answered; null when the answer names nobody. `known` is the invited customer's id, if one was invited. */
export async function personOf(
  facts: CustomerFacts | null | undefined,
  known: string | null,
  at: Date,
  now: Date,
): Promise<Person | null> {
  const invited = known ? await findCustomer(known) : null
  if (invited) return decide(invited, facts ?? {}, [], at, now)
  if (!isSomebody(facts)) return null
  const key = facts.email ? emailKey(facts.email) : null
  const { byExternal, byEmail } = await findCustomers(facts.externalId ?? null, key)
  const match = matchCustomer(facts, byExternal, byEmail)
  return decide(match.customer, match.facts, match.flag, at, now)
}

/** Pure. */
export function decide(
  known: CustomerRow | null,
  facts: CustomerFacts,
  flag: CustomerRow[],
  at: Date,
  now: Date,
): Person {
  const flags = (tx: Tx): Step[] =>
    flag
      .filter((row) => row.id !== known?.id)
      .map((row) => tx.update(customers).set({ flagged: true }).where(eq(customers.id, row.id)))
  if (!known) {
    const customer = { ...newCustomer(facts, at, now), flagged: flag.length > 0 }
    return { customer, met: false, write: (tx) => [insertCustomer(customer), ...flags(tx)] }
  }
  const merged = mergeFacts(known, facts, at)
  const changes = flag.length > 0 && !known.flagged ? { ...merged, flagged: true } : merged
  if (Object.keys(changes).length === 0) return { customer: known, met: true, write: flags }
  const customer = { ...known, ...changes, version: known.version + 1 }
  return {
    customer,
    met: true,
    write: (tx) => [
      must(
        tx
          .update(customers)
          .set({ ...changes, version: customer.version })
          .where(and(eq(customers.id, known.id), eq(customers.version, known.version)))
          .returning({ id: customers.id }),
        stale,
      ),
      ...flags(tx),
    ],
  }
}
