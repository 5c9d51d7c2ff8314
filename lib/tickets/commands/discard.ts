import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { responses } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import type { Decided } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import { type DiscardReason, decideDiscard } from '../ending'
import type { DiscardInput } from '../inputs'

/**
 * Ends a ticket that never should have been. A detractor who wrote something needs a lead's decision. Refuses
 * `ticket.unknown`, `ticket.stale`, `ticket.transition`, `identity.forbidden`.
 */
export async function discard(actor: Actor, id: string, input: DiscardInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => mayDiscard(actor, dossier, input.reason, now))
}

/** The same as a decision, for a list of several. */
export async function mayDiscard(actor: Actor, dossier: Dossier, reason: DiscardReason, now: Date): Promise<Decided> {
  if (await saidSomething(dossier)) demand(actor, 'tickets.discard')
  return decideDiscard(actor, dossier, reason, now)
}

async function saidSomething({ ticket }: Dossier): Promise<boolean> {
  if (ticket.category !== 'detractor' || !ticket.responseId) return false
  const [row] = await db
    .select({ comment: responses.comment })
    .from(responses)
    .where(eq(responses.id, ticket.responseId))
  return Boolean(row?.comment?.trim())
}
