import { type Actor, demand } from '@/lib/identity/shared'
import type { Decided } from '../change'
import { type Changed, changedOf, commit, tellStale } from '../commit'
import type { MergeManyInput } from '../deed-inputs'
import { type Dossier, dossierOf } from '../dossier'
import type { MergeInput } from '../inputs'
import { decideMerge } from '../merging'
import { heldBy } from '../queries/held'

/**
 * Joins one open ticket into another of the same customer; the first ends as a duplicate, all that hangs on it moves along.
 * Answers with the ticket that stays. Refuses `ticket.unknown` (either), `ticket.stale`, `ticket.merge`, `ticket.transition`.
 */
export const merge = (actor: Actor, from: string, input: MergeInput, now: Date): Promise<Changed> =>
  mergeMany(actor, input.into, { tickets: [{ id: from, version: input.version }] }, now)

/** Joins several open tickets into one of the same customer, all or none. Refuses as `merge`. */
export async function mergeMany(actor: Actor, into: string, input: MergeManyInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  let stays = await seen(actor, { id: into, version: input.version })
  const steps: Decided['steps'] = []
  let merged: Decided | null = null
  for (const one of [...new Map(input.tickets.map((ticket) => [ticket.id, ticket])).values()]) {
    const [from, held] = await Promise.all([seen(actor, one), heldBy(one.id)])
    const decided = decideMerge(actor, from, stays, held, now)
    steps.push(...decided.from.steps, ...decided.into.steps)
    merged = decided.into
    stays = merged.dossier
  }
  await commit(into, steps)
  return changedOf(merged ?? { ticket: stays.ticket, dossier: stays, steps })
}

async function seen(actor: Actor, { id, version }: { id: string; version?: number | undefined }): Promise<Dossier> {
  const dossier = await dossierOf(actor, id)
  return version === undefined || version === dossier.ticket.version ? dossier : tellStale(id)
}
