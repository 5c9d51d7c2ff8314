import { type Actor, permits, scopeOf } from '@/lib/identity/shared'

/** Whether the reader may see any figures at all. */
export const mayReadFigures = (actor: Actor): boolean => permits(actor, 'figures.read')

/** Whether the reader may see what customers wrote about a touchpoint of this team: their own teams', or all. */
export function mayReadWords(actor: Actor, teamId: string | null): boolean {
  if (!permits(actor, 'words.read')) return false
  const scope = scopeOf(actor)
  return scope.all || (teamId !== null && scope.teams.includes(teamId))
}

/** Whether the reader may see the cases of a team: their own teams', or all. */
export function mayReadCases(actor: Actor, teamId: string | null): boolean {
  if (!permits(actor, 'tickets.read')) return false
  const scope = scopeOf(actor)
  return scope.all || (teamId !== null && scope.teams.includes(teamId))
}

/** Whether the reader may say what is changed at a touchpoint of this team: who edits journeys, or the team's lead. */
export function mayEditInitiatives(actor: Actor, teamId: string | null): boolean {
  if (permits(actor, 'journeys.edit')) return true
  return actor.kind === 'user' && actor.role === 'lead' && teamId !== null && actor.teams.includes(teamId)
}
