import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import type { AssignInput } from '../inputs'
import { demandHere, memberOf } from '../lookups'
import { decideAssign } from '../properties'

/**
 * Gives a ticket to a person of its team or of one that helps (id or e-mail), or to nobody. Without the right to assign,
 * people take for themselves and give back what is theirs. Refuses `ticket.unknown`, `ticket.stale`, `ticket.notMember`,
 * `ticket.settled`, `identity.forbidden`, and `ticket.away` (until when) for somebody who is not there, unless `anyway`.
 */
export async function assign(actor: Actor, id: string, input: AssignInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toPerson(actor, dossier, input.assignee, now, input.anyway))
}

/** Takes a ticket for oneself. Refuses as `assign` does. */
export const assignToMe = async (actor: Actor, id: string, input: { version?: number }, now: Date): Promise<Changed> =>
  actor.kind === 'user'
    ? assign(actor, id, { ...input, assignee: actor.id }, now)
    : refuse('identity.forbidden', { permission: 'tickets.work' })

/** The same as a decision, for a list of several. */
export async function toPerson(
  actor: Actor,
  dossier: Dossier,
  ref: string | null,
  now: Date,
  anyway = false,
): Promise<Decided> {
  const { ticket, contributors } = dossier
  const member = ref === null ? null : await memberOf(ref, [ticket.teamId, ...contributors])
  const person = member?.id ?? null
  const own = actor.kind === 'user' && (person === actor.id || (person === null && ticket.assigneeId === actor.id))
  if (!own) demand(actor, 'tickets.assign')
  // Whoever takes it for themselves is there, whatever the calendar says.
  if (member && member.id !== ticket.assigneeId && member.id !== actor.id && !anyway)
    demandHere(member, dossier.timeZone, now)
  return person === ticket.assigneeId ? unchanged(dossier) : decideAssign(actor, dossier, person, now)
}
