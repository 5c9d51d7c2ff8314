import type { Role, Scope } from '@/db/words/identity'
import { refuse } from '@/lib/kit/refusal'
import { type Permission, roleTable, scopeTable } from './roles'

export { formsOfAddress, type Role, roles, type Scope, scopes } from '@/db/words/identity'
export * from './inputs'
export { type Permission, permissions, roleTable } from './roles'

/** A signed-in person. `teams` are the ids of their teams. */
export type UserActor = {
  kind: 'user'
  id: string
  name: string
  role: Role
  teams: string[]
  locale: 'es' | 'en'
  timeZone: string
}
/** A program with an API key: the whole organization within its scopes. */
export type KeyActor = { kind: 'key'; id: string; scopes: Scope[] }
/** The house itself, by the name of the room that acts. */
export type SystemActor = { kind: 'system'; id: string }
export type Actor = UserActor | KeyActor | SystemActor

/** Whether the actor may do such a thing at all; whose tickets is `scopeOf`. */
export function permits(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'user') return roleTable[actor.role].includes(permission)
  return actor.scopes.some((scope) => scopeTable[scope].includes(permission))
}

/** Refuses `identity.forbidden` unless the actor may. */
export function demand(actor: Actor, permission: Permission): void {
  if (!permits(actor, permission)) refuse('identity.forbidden', { permission })
}

/** Whose tickets the actor sees: all teams', or those of some. */
export const scopeOf = (actor: Actor): { all: true } | { all: false; teams: string[] } =>
  actor.kind !== 'user' || actor.role === 'admin' || actor.role === 'manager'
    ? { all: true }
    : { all: false, teams: actor.role === 'viewer' ? [] : actor.teams }

/** The author of a fact. */
export const authorOf = (actor: Actor): { kind: 'user' | 'key' | 'system'; id: string } => ({
  kind: actor.kind,
  id: actor.id,
})

/** A stored language tag as one of the interface's languages. */
export const localeOf = (locale: string): 'es' | 'en' => (locale === 'en' ? 'en' : 'es')
