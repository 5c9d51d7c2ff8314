import { type Actor, demand, type UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { type Changed, isStale, work } from '../commit'
import { idsOf } from '../queries/queue'
import { staleTicket } from '../save'
import { toPerson } from './assign'

const candidates = 10
const rounds = 10

/**
 * Takes the open ticket of the actor's teams (or of one of them, by id) that is due next, that nobody has and nobody set
 * aside; null when there is none. However many ask at once, each gets another one. Refuses `identity.forbidden`.
 */
export async function takeNext(actor: Actor, input: { team?: string | undefined }, now: Date): Promise<Changed | null> {
  demand(actor, 'tickets.work')
  if (actor.kind !== 'user') return refuse('identity.forbidden', { permission: 'tickets.work' })
  // Who sees all takes what is of their own teams: of another they are no member.
  const team = actor.teams.filter((id) => !input.team || id === input.team)
  if (team.length === 0) return null
  for (let round = 0; round < rounds; round++) {
    const { ids } = await idsOf(actor, { view: 'unassigned', filters: { team }, limit: candidates }, now)
    if (ids.length === 0) return null
    for (const id of ids) {
      const taken = await tryTo(actor, id, now)
      if (taken) return taken
    }
  }
  return null
}

// Whoever comes second is told so, at the first look or by the guarded write, and tries the next.
async function tryTo(actor: UserActor, id: string, now: Date): Promise<Changed | null> {
  try {
    return await work(actor, id, undefined, (dossier) => {
      const { assigneeId, snoozedUntil, teamId } = dossier.ticket
      const free = !assigneeId && !(snoozedUntil && snoozedUntil > now) && actor.teams.includes(teamId)
      if (!free) throw staleTicket(id)
      return toPerson(actor, dossier, actor.id, now)
    })
  } catch (error) {
    if (isStale(error)) return null
    throw error
  }
}
