import type { Sharing } from '@/db/words/desk'
import { permits, scopeOf, type UserActor } from '@/lib/identity/shared'

export type Shared = { sharing: Sharing; teamId: string | null; ownerId: string }

/** Who makes and changes what is shared so: for oneself its owner, for a team its leads, for everybody managers. */
export function maySave(actor: UserActor, { sharing, teamId, ownerId }: Shared): boolean {
  if (!permits(actor, 'tickets.work')) return false
  if (sharing === 'own') return ownerId === actor.id
  const scope = scopeOf(actor)
  if (scope.all) return true
  return sharing === 'team' && permits(actor, 'team.manage') && teamId !== null && scope.teams.includes(teamId)
}
