export const roles = ['admin', 'manager', 'lead', 'agent', 'viewer'] as const
export type Role = (typeof roles)[number]

export const scopes = [
  'responses:write',
  'responses:read',
  'tickets:read',
  'tickets:write',
  'customers:read',
  'customers:write',
  'journeys:read',
  'insights:read',
  'mail:write',
  'admin',
] as const
export type Scope = (typeof scopes)[number]

export const passKinds = ['join', 'reset'] as const
export const formsOfAddress = ['usted', 'tu', 'vos'] as const
