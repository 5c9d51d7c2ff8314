import { atomically, frozen } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import * as schema from '@/db/schema'
import type { KeyActor, UserActor } from '@/lib/identity/shared'
import { minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { defaultRules } from '@/lib/rules'

/** Friday, 20 November 2026, 10:00 in Mexico City. */
export const friday = new Date('2026-11-20T16:00:00Z')
export const later = (count: number, from = friday) => new Date(from.getTime() + minutes(count))

const named = (name: string) => ({ name, names: { en: `${name} (en)` } })
export const key: KeyActor = { kind: 'key', id: 'key_test', scopes: ['admin'] }

/** A small company: two teams with a person of each role, one stage, three touchpoints, reasons, two surveys and a recovery survey, the default rules. */
export async function foundWorld(now = friday) {
  const at = new Date(now.getTime() - 86_400_000 * 30)
  const calendar = {
    id: newId('calendar'),
    slug: 'oficina',
    ...named('Oficina'),
    timeZone: 'America/Mexico_City',
    weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[540, 1080]]])) as Record<
      string,
      [number, number][]
    >,
    holidays: [],
    version: 1,
  }
  const hours = (firstContact: number, resolution: number) => ({
    firstContact: firstContact * 60,
    resolution: resolution * 60,
  })
  const policy = {
    id: newId('policy'),
    slug: 'general',
    ...named('General'),
    targets: { urgent: hours(2, 16), high: hours(4, 24), normal: hours(8, 40), low: hours(16, 80) },
    waitLimit: 4_320,
    standard: true,
    version: 1,
  }
  const team = (slug: string, name: string) => ({
    id: newId('team'),
    slug,
    ...named(name),
    folded: slug,
    calendarId: calendar.id,
    slaPolicyId: null,
    retiredAt: null,
    createdAt: at,
    version: 1,
  })
  const deliveries = team('entregas', 'Entregas')
  const billing = team('facturacion', 'Facturación')
  const person = (role: UserActor['role'], name: string, teams: string[]) => ({
    actor: {
      kind: 'user',
      id: newId('user'),
      name,
      role,
      teams,
      locale: 'es',
      timeZone: 'America/Mexico_City',
    } satisfies UserActor as UserActor,
    teams,
  })
  const people = {
    admin: person('admin', 'Alma Rivas', []),
    manager: person('manager', 'Marcos Peña', []),
    lead: person('lead', 'Lucía Soto', [deliveries.id]),
    agent: person('agent', 'Mariana Ortega', [deliveries.id]),
    other: person('agent', 'Rubén Cano', [billing.id]),
    viewer: person('viewer', 'Vera Luna', []),
  }
  const journey = {
    id: newId('journey'),
    slug: 'viaje',
    ...named('Viaje'),
    template: null,
    retiredAt: null,
    createdAt: at,
    version: 1,
  }
  const stage = {
    id: newId('stage'),
    journeyId: journey.id,
    slug: 'recibir',
    ...named('Recibir'),
    phase: 'during' as const,
    position: 1,
    retiredAt: null,
    createdAt: at,
  }
  const touchpoint = (slug: string, name: string, teamId: string | null, position: number) => ({
    id: newId('touchpoint'),
    slug,
    stageId: stage.id,
    ...named(name),
    channels: ['web', 'email'],
    teamId,
    position,
    status: 'active' as const,
    intended: null,
    desiredScore: null,
    retiredAt: null,
    createdAt: at,
    version: 1,
  })
  const delivery = touchpoint('entrega', 'Entrega a domicilio', deliveries.id, 1)
  const invoice = touchpoint('factura', 'Facturación', billing.id, 2)
  const store = touchpoint('tienda', 'Tienda', null, 3)
  const cause = (slug: string, name: string, side: 'detractor' | 'promoter') => ({
    id: newId('cause'),
    slug,
    parentId: null,
    side,
    ...named(name),
    control: 'us' as const,
    stopper: false,
    retiredAt: null,
    createdAt: at,
  })
  const late = cause('llego-tarde', 'Llegó tarde', 'detractor')
  const kind = cause('buen-trato', 'Buen trato', 'promoter')
  const survey = (slug: string, kindOf: 'transactional' | 'recovery', status: 'live' | 'closed') => ({
    id: newId('survey'),
    slug,
    ...named(slug),
    kind: kindOf,
    status,
    touchpointId: null,
    texts: {},
    languages: ['es', 'en'],
    createdAt: at,
    version: 1,
  })
  const surveys = {
    nps: survey('nps', 'transactional', 'live'),
    closed: survey('cerrada', 'transactional', 'closed'),
    recovery: survey('recuperacion', 'recovery', 'live'),
  }
  const rules = defaultRules('es').map(({ slug, rule }, position) => ({
    id: newId('rule'),
    slug,
    name: rule.name,
    names: rule.names as Record<string, string>,
    position,
    active: true,
    conditions: rule.conditions as Record<string, unknown>,
    actions: rule.action as Record<string, unknown>,
    createdAt: at,
    retiredAt: null,
    version: 1,
  }))
  const own = {
    id: 'org',
    name: 'Casa Lúa',
    country: 'MX',
    locale: 'es',
    timeZone: 'America/Mexico_City',
    currency: 'MXN',
    formOfAddress: 'usted' as const,
    contactDefault: true,
    valueThreshold: 5_000_000,
    sample: false,
    createdAt: at,
    version: 1,
  }

  await atomically(() => [
    frozen(schema.organization)(own),
    frozen(schema.calendars)(calendar),
    frozen(schema.slaPolicies)(policy),
    ...[deliveries, billing].map(frozen(schema.teams)),
    ...Object.values(people).map(({ actor }) =>
      frozen(schema.users)({
        id: actor.id,
        email: `${actor.id}@lazo.test`,
        emailKey: `${actor.id}@lazo.test`,
        name: actor.name,
        folded: actor.name.toLowerCase(),
        role: actor.role,
        locale: 'es',
        timeZone: actor.timeZone,
        passwordHash: null,
        active: true,
        lastAssignedAt: null,
        absentUntil: null,
        shortcuts: true,
        createdAt: at,
        version: 1,
      }),
    ),
    ...Object.values(people).flatMap(({ actor, teams }) =>
      teams.map((teamId) => frozen(schema.memberships)({ teamId, userId: actor.id, createdAt: at })),
    ),
    frozen(schema.journeys)(journey),
    frozen(schema.stages)(stage),
    ...[delivery, invoice, store].map(frozen(schema.touchpoints)),
    ...[late, kind].map(frozen(schema.causes)),
    ...[late, kind].map((its, position) =>
      frozen(schema.touchpointCauses)({ touchpointId: delivery.id, causeId: its.id, position }),
    ),
    ...Object.values(surveys).map(frozen(schema.surveys)),
    ...rules.map(frozen(schema.rules)),
    raiseConfiguration(),
  ])
  const actors = Object.fromEntries(Object.entries(people).map(([name, { actor }]) => [name, actor])) as Record<
    keyof typeof people,
    UserActor
  >
  return {
    ...actors,
    organization: own,
    calendar,
    policy,
    deliveries,
    billing,
    stage,
    delivery,
    invoice,
    store,
    late,
    kind,
    surveys,
    rules,
  }
}

export type World = Awaited<ReturnType<typeof foundWorld>>

/** A detractor at the delivery touchpoint, as a program sends it. */
export const detractor = (over: Record<string, unknown> = {}) => ({
  survey: 'nps',
  score: 2,
  touchpoint: 'entrega',
  reasons: ['llego-tarde'],
  comment: 'Me citaron tres veces y nadie llegó.',
  customer: { externalId: 'C-1', email: 'ana.ruiz@correo.mx', name: 'Ana Lucía Ruiz Peña' },
  ...over,
})
