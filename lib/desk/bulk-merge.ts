import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { dossierOf, merge } from '@/lib/tickets'
import type { Chosen } from './bulk-ask'

/** The tickets that go into another one: all of its customer, itself left out. Refuses `ticket.merge`. */
export async function demandMerge(chosen: Chosen[], into: string): Promise<Chosen[]> {
  const rows = await db
    .select({ customerId: tickets.customerId })
    .from(tickets)
    .where(inArray(tickets.id, [...chosen.map(({ id }) => id), into]))
  const people = new Set(rows.map((row) => row.customerId))
  const others = chosen.filter(({ id }) => id !== into)
  if (people.size !== 1 || people.has(null)) refuse('ticket.merge', { reason: 'customer' })
  return others.length > 0 ? others : refuse('ticket.merge', { reason: 'same' })
}

/** Joins one ticket of a run into the one that stays; done before, as by a worker that was killed right after, it stands. */
export async function mergeInto(actor: UserActor, id: string, into: string, now: Date): Promise<void> {
  const { ticket } = await dossierOf(actor, id)
  if (ticket.mergedInto !== into) await merge(actor, id, { into, version: undefined }, now)
}
