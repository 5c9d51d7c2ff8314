import type { Role } from '@/db/words/identity'
import { hashPassword, newPerson } from '@/lib/identity'
import { after, days } from '@/lib/kit/clock'
import { fold } from '@/lib/kit/text'
import { compileCalendar } from '@/lib/tickets'
import { addressOf, samplePassword } from './accounts'
import { calendarsOf, zone } from './calendars'
import company from './data/company.json'
import type { MakeId } from './ids'
import type { Person, Team } from './world'

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
