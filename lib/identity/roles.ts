import type { Role, Scope } from '@/db/words/identity'

export const permissions = [
  'people.manage',
  'keys.manage',
  'mail.manage',
  'settings.manage',
  'journeys.edit',
  'surveys.edit',
  'rules.edit',
  'responses.import',
  'customers.read',
  'customers.edit',
  'customers.erase',
  'words.read',
  'tickets.read',
  'tickets.work',
  'tickets.assign',
  'tickets.discard',
  'team.manage',
  'figures.read',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

const agent: Permission[] = ['tickets.read', 'tickets.work', 'words.read', 'customers.read', 'figures.read']
const lead: Permission[] = [...agent, 'tickets.assign', 'tickets.discard', 'team.manage']
const manager: Permission[] = [
  ...lead,
  'journeys.edit',
  'surveys.edit',
  'rules.edit',
  'responses.import',
  'customers.edit',
  'customers.erase',
  'audit.read',
]

/** What each role may do; where it may do it (which teams' tickets) is `scopeOf`. */
export const roleTable: Record<Role, readonly Permission[]> = {
  admin: permissions,
  manager,
  lead,
  agent,
  viewer: ['figures.read'],
}

/** What a scope of an API key opens. */
export const scopeTable: Record<Scope, readonly Permission[]> = {
  'responses:write': [],
  'responses:read': ['words.read'],
  'tickets:read': ['tickets.read', 'words.read'],
  'tickets:write': ['tickets.read', 'tickets.work', 'tickets.assign', 'tickets.discard', 'words.read'],
  'customers:read': ['customers.read'],
  'customers:write': ['customers.read', 'customers.edit', 'customers.erase'],
  'journeys:read': [],
  'insights:read': ['figures.read'],
  // Hands received mail in at the door for raw messages; reads nothing.
  'mail:write': [],
  admin: permissions,
}
