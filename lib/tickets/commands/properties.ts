import type { Priority } from '@/db/words/tickets'
import { type Actor, demand } from '@/lib/identity/shared'
import { type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import type { PriorityInput, RootCauseInput, TeamInput, TouchpointInput } from '../inputs'
import { causeBy, memberIn, placeIsFree, teamBy, touchpointBy } from '../lookups'
import { decidePriority, decideRootCause, decideTeam, decideTouchpoint } from '../properties'

/** Another priority, for a person's reasons; due times move. Refuses `ticket.unknown`, `ticket.stale`, `ticket.settled`. */
export async function changePriority(actor: Actor, id: string, input: PriorityInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toPriority(actor, dossier, input.priority, now))
}

/** Hands a ticket to another team (id or slug), which the old one goes on helping. Refuses `ticket.unknown`, `ticket.stale`, `ticket.settled`, `input.invalid`. */
export async function changeTeam(actor: Actor, id: string, input: TeamInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toTeam(actor, dossier, input.team, now))
}

/** Says at which touchpoint (id or slug) it went wrong. Refuses `ticket.unknown`, `ticket.stale`, `input.invalid`. */
export async function changeTouchpoint(actor: Actor, id: string, input: TouchpointInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toTouchpoint(actor, dossier, input.touchpoint, now))
}

/** Names the verified root cause (id or slug). Refuses `ticket.unknown`, `ticket.stale`, `input.invalid`. */
export async function setRootCause(actor: Actor, id: string, input: RootCauseInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => toRootCause(actor, dossier, input.rootCause, now))
}

export const toPriority = (actor: Actor, dossier: Dossier, priority: Priority, now: Date): Decided =>
  priority === dossier.ticket.priority ? unchanged(dossier) : decidePriority(actor, dossier, priority, now)

export async function toTeam(actor: Actor, dossier: Dossier, ref: string, now: Date): Promise<Decided> {
  const team = await teamBy(ref)
  if (team.id === dossier.ticket.teamId) return unchanged(dossier)
  const { assigneeId } = dossier.ticket
  return decideTeam(actor, dossier, team.id, assigneeId !== null && (await memberIn(assigneeId, [team.id])), now)
}

export async function toTouchpoint(actor: Actor, dossier: Dossier, ref: string | null, now: Date): Promise<Decided> {
  const id = ref === null ? null : (await touchpointBy(ref)).id
  if (id === dossier.ticket.touchpointId) return unchanged(dossier)
  return decideTouchpoint(actor, dossier, id, await placeIsFree(dossier.ticket, id), now)
}

export async function toRootCause(actor: Actor, dossier: Dossier, ref: string | null, now: Date): Promise<Decided> {
  const id = ref === null ? null : await causeBy(ref)
  return id === dossier.ticket.rootCauseId ? unchanged(dossier) : decideRootCause(actor, dossier, id, now)
}
