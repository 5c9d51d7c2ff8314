import { and, eq, inArray, sql } from 'drizzle-orm'
import { isDuplicate, must, type Tx } from '@/db'
import { customers, invitations, letters } from '@/db/schema'
import type { Fact } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity/shared'
import { Refusal } from '@/lib/kit/refusal'
import type { CustomerRow } from './customer'

// What was already sent may still be answered: the link is theirs.
export const stopAsking = (tx: Tx, customerId: string, now: Date) => [
  tx
    .update(invitations)
    .set({ state: 'opted_out', reason: 'opt_out', remindAt: null })
    .where(and(eq(invitations.customerId, customerId), inArray(invitations.state, ['created', 'queued']))),
  tx.update(invitations).set({ remindAt: null }).where(eq(invitations.customerId, customerId)),
  tx
    .update(letters)
    .set({ state: 'cancelled', error: 'opted_out', updatedAt: now })
    .where(
      and(
        eq(letters.customerId, customerId),
        inArray(letters.state, ['queued', 'held']),
        inArray(letters.kind, ['invitation', 'invitation_reminder', 'recovery', 'recovery_reminder']),
      ),
    ),
]

export const guarded = (tx: Tx, known: CustomerRow, changes: Partial<CustomerRow>) =>
  must(
    tx
      .update(customers)
      .set({ ...changes, version: sql`${customers.version} + 1` })
      .where(and(eq(customers.id, known.id), eq(customers.version, known.version)))
      .returning({ id: customers.id }),
    () => stale(known),
  )

export const stale = ({ id, version }: CustomerRow) => new Refusal('customer.stale', { id, version })

export async function orTaken<T>(commit: () => Promise<T>): Promise<T> {
  try {
    return await commit()
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('customer.taken') : error
  }
}

export const factOf = (actor: Actor, kind: string, id: string, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: { kind: 'customer', id },
  actor: authorOf(actor),
  payload,
})
