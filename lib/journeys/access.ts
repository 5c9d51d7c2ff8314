import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'

/** Every signed-in person reads the map; a program needs `journeys:read`. */
export function demandReading(actor: Actor): void {
  const may = actor.kind !== 'key' || actor.scopes.some((scope) => scope === 'journeys:read' || scope === 'admin')
  if (!may) refuse('identity.forbidden', { permission: 'journeys:read' })
}

/** Administration and CX management edit it. */
export const demandEditing = (actor: Actor): void => demand(actor, 'journeys.edit')
