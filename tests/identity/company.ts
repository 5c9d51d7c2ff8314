import { atomically, frozen } from '@/db'
import { calendars } from '@/db/schema'
import { createUser, foundOrganization, type Role, type SystemActor, type UserActor } from '@/lib/identity'

export const at = new Date('2026-11-20T15:04:05.000Z')
export const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
export const house: SystemActor = { kind: 'system', id: 'tests' }
export const visit = { address: '198.51.100.7', agent: 'Firefox' }
export const secretOf = (name: string): string => `${name} rema contra la corriente`

/** An organization and its first calendar, with nobody in it. */
export async function found(): Promise<void> {
  await atomically(() => [
    ...foundOrganization(
      {
        name: 'Casa Lúa',
        country: 'MX',
        locale: 'es',
        timeZone: 'America/Mexico_City',
        currency: 'MXN',
        formOfAddress: 'usted',
        contactDefault: true,
        valueThreshold: null,
        sample: false,
      },
      at,
    ),
    frozen(calendars)({
      id: 'cal_one',
      slug: 'standard',
      name: 'Horario general',
      names: {},
      timeZone: 'America/Mexico_City',
      weekly: { '1': [[540, 1080]] },
      holidays: [],
      version: 1,
    }),
  ])
}

/** Somebody with a role; their password is `secretOf(name)`. */
export async function somebody(name: string, role: Role, teams: string[] = []): Promise<UserActor> {
  const email = `${name}@casalua.mx`
  const { id } = await createUser(house, { name, email, role, teams, password: secretOf(name) }, at)
  return { kind: 'user', id, name, role, teams, locale: 'es', timeZone: 'America/Mexico_City' }
}
