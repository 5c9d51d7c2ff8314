import { type Actor, demand } from '@/lib/identity/shared'
import type { Decided } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import type { ReopenInput } from '../inputs'
import { decideReopen } from '../reopening'

/** A lead brings a resolved or closed ticket back, within 30 days of its closing. Refuses `ticket.unknown`, `ticket.stale`, `ticket.transition`, `ticket.tooOld`, `identity.forbidden`. */
export async function reopen(actor: Actor, id: string, input: ReopenInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.assign')
  return work(actor, id, input.version, (dossier) => mayReopen(actor, dossier, now))
}

/** The same as a decision, for a list of several. */
export function mayReopen(actor: Actor, dossier: Dossier, now: Date): Decided {
  demand(actor, 'tickets.assign')
  return decideReopen(actor, dossier, 'person', now)
}
