import { discardReasons } from '@/db/words/tickets'
import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import type { StatusInput } from '../inputs'
import { blame } from '../lookups'
import { decideWaiting, decideWork } from '../moves'
import { decideAssign } from '../properties'
import { decideResolve } from '../resolving'
import { demandArrow } from '../states'
import { mayDiscard } from './discard'
import { mayReopen } from './reopen'

/**
 * Moves a ticket along a drawn arrow. To `resolved` without its fields refuses `ticket.incomplete` (what the customer is
 * told belongs to `followups.resolve`), to `closed` refuses `ticket.verdict`: only the customer's verdict or their silence
 * closes. Refuses `ticket.unknown`, `ticket.stale`, `ticket.transition`, `identity.forbidden`.
 */
export async function changeStatus(actor: Actor, id: string, input: StatusInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => decideStatus(actor, dossier, input, now))
}

/** The same as a decision, for a list of several. */
export function decideStatus(
  actor: Actor,
  dossier: Dossier,
  { status, reason = '', until }: Pick<StatusInput, 'status' | 'reason' | 'until'>,
  now: Date,
): Decided | Promise<Decided> {
  const { ticket } = dossier
  if (status === ticket.status) return unchanged(dossier)
  if (ticket.status === 'resolved' || ticket.status === 'closed') {
    if (status === 'in_progress') return mayReopen(actor, dossier, now)
    if (status === 'closed') return refuse('ticket.verdict')
  }
  if (status === 'resolved') return decideResolve(actor, dossier, {}, now)
  demandArrow(ticket.status, status)
  switch (status) {
    case 'new':
      return decideAssign(actor, dossier, null, now)
    case 'assigned':
      return blame('assignee', 'ticket.assigneeNeeded')
    case 'waiting_customer':
    case 'waiting_third_party':
      return decideWaiting(
        actor,
        dossier,
        { for: status === 'waiting_customer' ? 'customer' : 'third_party', reason: reason || null, until },
        now,
      )
    case 'discarded':
      return mayDiscard(actor, dossier, discardReasons.find((code) => code === reason) ?? blame('reason'), now)
    default:
      return decideWork(actor, dossier, now)
  }
}
