import type { Permission } from '@/lib/identity/shared'

/** The parts of the settings, in order, and what one must be allowed to see each. */
export const sections = [
  { key: 'profile', permission: null },
  { key: 'organization', permission: 'settings.manage' },
  { key: 'people', permission: 'people.manage' },
  { key: 'teams', permission: null },
  { key: 'macros', permission: 'tickets.work' },
  { key: 'hours', permission: 'settings.manage' },
  { key: 'sla', permission: 'settings.manage' },
  { key: 'keys', permission: 'keys.manage' },
  { key: 'mail', permission: 'mail.manage' },
  { key: 'outbox', permission: 'mail.manage' },
] as const satisfies { key: string; permission: Permission | null }[]

export type Section = (typeof sections)[number]['key']
