import type * as schema from '@/db/schema'
import type { Role } from '@/db/words/identity'
import { hashPassword, newPerson } from '@/lib/identity'
import { after, days } from '@/lib/kit/clock'
import { fold } from '@/lib/kit/text'
import { compileCalendar } from '@/lib/tickets'
import { addressOf, samplePassword } from './accounts'
import company from './data/company.json'
import type { MakeId } from './ids'
import type { Person, Team } from './world'

const zone = 'America/Mexico_City'
type Calendar = typeof schema.calendars.$inferSelect

const spans = (days: number[], from: number, to: number) =>
  Object.fromEntries(days.map((day) => [String(day), [[from * 60, to * 60]] as [number, number][]]))

const holidaysOf = (year: number) =>
  ['01-01', '02-05', '03-21', '05-01', '09-16', '11-20', '12-25'].map((day) => `${year}-${day}`)

function calendarsOf(now: Date, id: MakeId): Calendar[] {
  const year = now.getUTCFullYear()
  const holidays = [year - 1, year, year + 1].flatMap(holidaysOf)
  const made = (slug: string, name: string, en: string, weekly: Calendar['weekly']): Calendar => ({
    id: id('calendar', after(now, -days(400))),
    slug,
    name,
    names: { es: name, en },
    timeZone: zone,
    weekly,
    holidays,
    version: 1,
  })
  return [
    made('oficina', 'Oficina', 'Office', spans([1, 2, 3, 4, 5], 9, 18)),
    made('tiendas', 'Tiendas y entregas', 'Stores and deliveries', spans([1, 2, 3, 4, 5, 6], 9, 19)),
  ]
}

/** The organization, its hours, its teams and the people in them. */
export async function foundCompany(now: Date, id: MakeId) {
  const since = after(now, -days(400))
  const calendars = calendarsOf(now, id)
  const policy = {
    id: id('policy', since),
    slug: 'estandar',
    name: 'Estándar',
    names: { es: 'Estándar', en: 'Standard' },
    targets: {
      urgent: { firstContact: 120, resolution: 960 },
      high: { firstContact: 240, resolution: 1440 },
      normal: { firstContact: 480, resolution: 2400 },
      low: { firstContact: 960, resolution: 4800 },
    },
    waitLimit: 4320,
    standard: true,
    version: 1,
  }
  const teamRows = company.teams.map(({ slug, es, en, calendar }) => ({
    id: id('team', since),
    slug,
    name: es,
    names: { es, en },
    folded: fold(es),
    calendarId: (calendars.find((one) => one.slug === calendar) ?? calendars[0])?.id ?? '',
    slaPolicyId: policy.id,
    retiredAt: null,
    createdAt: since,
    version: 1,
  }))
  const teamIds = new Map(teamRows.map((team) => [team.slug, team.id]))
  const people: Person[] = company.people.map(({ name, role, teams }) => ({
    id: id('user', since),
    name,
    role,
    teams: teams.flatMap((slug) => teamIds.get(slug) ?? []),
  }))
  const passwordHash = await hashPassword(samplePassword)
  const userRows = company.people.map((person, at) =>
    newPerson(
      {
        id: people[at]?.id ?? '',
        email: addressOf(person.name, company.domain),
        name: person.name,
        role: person.role as Role,
        locale: 'locale' in person ? 'en' : 'es',
        timeZone: zone,
        passwordHash,
      },
      since,
    ),
  )
  const compiled = new Map(calendars.map((calendar) => [calendar.id, compileCalendar(calendar)]))
  const teams: Team[] = teamRows.flatMap((team) => {
    const calendar = compiled.get(team.calendarId)
    return calendar ? [{ id: team.id, slug: team.slug, name: team.name, names: team.names, calendar }] : []
  })
  return {
    organization,
    calendars,
    policy,
    teamRows,
    teams,
    people,
    userRows,
    memberships: people.flatMap(({ id: userId, teams: own }) =>
      own.map((teamId) => ({ teamId, userId, createdAt: since })),
    ),
  }
}

const organization = {
  name: company.name,
  country: 'MX',
  locale: 'es',
  timeZone: zone,
  currency: 'MXN',
  formOfAddress: 'usted',
  contactDefault: true,
  valueThreshold: 6_000_000,
  gestureLimit: 50_000,
  sample: true,
} as const
