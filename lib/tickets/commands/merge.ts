import { type Actor, demand } from '@/lib/identity/shared'
import { type Changed, changedOf, commit, tellStale } from '../commit'
import { dossierOf } from '../dossier'
import { decideMerge } from '../ending'
import type { MergeInput } from '../inputs'

/**
 * Joins one open ticket into another of the same customer; the first ends as a duplicate, its answers move along. Answers
 * with the ticket that stays. Refuses `ticket.unknown` (either), `ticket.stale`, `ticket.merge`, `ticket.transition`.
 */
export async function merge(actor: Actor, from: string, input: MergeInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  const [one, other] = await Promise.all([dossierOf(actor, from), dossierOf(actor, input.into)])
  if (input.version !== undefined && input.version !== one.ticket.version) return tellStale(from)
  const merged = decideMerge(actor, one, other, now)
  await commit(from, [...merged.from.steps, ...merged.into.steps])
  return changedOf(merged.into)
}
