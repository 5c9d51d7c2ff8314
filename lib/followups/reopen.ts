import { atomically } from '@/db'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { nudge } from '@/lib/jobs'
import { isStale, tellStale } from '@/lib/tickets'
import { findTicket } from './find'
import { reopening } from './reopening'

/**
 * A lead's own decision to open a resolved or closed ticket again; letters and invitation that wait for its customer end in
 * the same list. Refuses `identity.forbidden`, `ticket.unknown`, `ticket.stale`, `ticket.transition`, `ticket.tooOld`.
 */
export async function reopen(
  actor: Actor,
  id: string,
  input: { version?: number | undefined },
  now: Date,
): Promise<void> {
  demand(actor, 'tickets.assign')
  const reopened = reopening(authorOf(actor), await findTicket(actor, id, input.version), 'person', now)
  await atomically(reopened).catch((error: unknown) => (isStale(error) ? tellStale(id) : Promise.reject(error)))
  nudge()
}
