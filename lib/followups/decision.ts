import { atomically } from '@/db'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { nudge } from '@/lib/jobs'
import { refuse } from '@/lib/kit/refusal'
import { isStale, tellStale } from '@/lib/tickets'
import { closing } from './closing'
import { findTicket } from './find'
import { lastRecovery } from './reading'

/**
 * A lead closes a ticket whose customer was not recovered after two further rounds; the other decision is `reopen`. Refuses
 * `identity.forbidden`, `ticket.unknown`, `ticket.stale`, `ticket.verdict` where no decision is asked for.
 */
export async function closeAfterVerdict(
  actor: Actor,
  id: string,
  input: { version?: number | undefined },
  now: Date,
): Promise<void> {
  demand(actor, 'tickets.assign')
  const dossier = await findTicket(actor, id, input.version)
  const recovery = await lastRecovery(id)
  if (dossier.ticket.status !== 'resolved' || dossier.ticket.attention !== 'verdict_rounds' || !recovery?.outcome)
    return refuse('ticket.verdict')
  const closed = closing(authorOf(actor), dossier, { outcome: recovery.outcome, score: recovery.score }, now)
  await atomically(closed).catch((error: unknown) => (isStale(error) ? tellStale(id) : Promise.reject(error)))
  nudge()
}
