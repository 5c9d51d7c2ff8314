import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { customers } from '@/db/schema'
import type { CustomerRow } from '@/lib/customers'
import type { Actor } from '@/lib/identity/shared'
import { type Dossier, dossierOf, type TicketRow, tellStale } from '@/lib/tickets'

/** The house acting by itself in this room. */
export const house: Actor = { kind: 'system', id: 'followups' }

/** A ticket that the actor may see, as they saw it. Refuses `ticket.unknown`, `ticket.stale` with what stands now. */
export async function findTicket(actor: Actor, id: string, version?: number): Promise<Dossier> {
  const dossier = await dossierOf(actor, id)
  return version !== undefined && dossier.ticket.version !== version ? tellStale(id) : dossier
}

export async function customerOf(ticket: TicketRow): Promise<CustomerRow | null> {
  if (!ticket.customerId) return null
  const [row] = await db.select().from(customers).where(eq(customers.id, ticket.customerId))
  return row ?? null
}
