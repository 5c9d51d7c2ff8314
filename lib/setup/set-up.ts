import { atomically, frozen, isDuplicate, manyOf } from '@/db'
import { calendars, slaPolicies, teams } from '@/db/schema'
import { record } from '@/lib/events'
import { acceptablePassword, foundOrganization, insertUser, newPerson, organization } from '@/lib/identity'
import { foundJourney, teamsOf, templateBySlug } from '@/lib/journeys'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { fold } from '@/lib/kit/text'
import { foundRules } from '@/lib/rules'
import { newSurvey, surveyWrites } from '@/lib/surveys'
import { currencyOf, type SetUpInput } from './shared'
import { standardCalendar, standardPolicy } from './standard'

const insertCalendar = frozen(calendars)
const insertPolicy = frozen(slaPolicies)
const insertTeams = manyOf(teams)

/**
 * Founds the company in one list: organization, its administrator, office hours, SLA policy, the template's teams, journey
 * and reasons, a live survey `nps`, the recovery survey and the rules to begin with. Refuses `organization.taken` when one
 * stands (of two at once one is told), `template.unknown`, and `input.invalid` at `password`.
 */
export async function setUpCompany(input: SetUpInput, now: Date): Promise<{ userId: string }> {
  if (await organization()) refuse('organization.taken')
  const template = templateBySlug(input.template) ?? refuse('template.unknown')
  const { name, country, locale, timeZone } = input.organization
  const passwordHash = await acceptablePassword(input.admin.password, input.admin.email)
  const userId = newId('user')
  const admin = { id: userId, name: input.admin.name, email: input.admin.email, role: 'admin' as const }
  const calendar = standardCalendar(input.organization, now)
  const policy = standardPolicy(locale)
  const teamRows = teamsOf(template).map((team) => ({
    id: newId('team'),
    slug: team.slug,
    ...inBoth(team.name, locale),
    folded: fold(team.name[locale]),
    calendarId: calendar.id,
    slaPolicyId: policy.id,
    retiredAt: null,
    createdAt: now,
    version: 1,
  }))
  const journey = foundJourney(
    { name: { es: 'Viaje del cliente', en: 'Customer journey' }, template },
    {
      locale,
      teams: new Map(teamRows.map((team) => [team.slug, team.id])),
      causes: new Map(),
      taken: { journeys: [], stages: [], touchpoints: [] },
    },
    now,
  )
  const settings = { formOfAddress: 'usted' as const, contactDefault: true, valueThreshold: null, sample: false }
  await atomically(() => [
    ...foundOrganization({ name, country, locale, timeZone, currency: currencyOf(country), ...settings }, now),
    insertUser(newPerson({ ...admin, locale, timeZone, passwordHash }, now)),
    insertCalendar(calendar),
    insertPolicy(policy),
    ...insertTeams(teamRows),
    ...journey.steps,
    ...surveys(locale, now),
    ...foundRules(locale, now),
    ...record([founder(userId)], now),
  ]).catch((error: unknown) => (isDuplicate(error) ? refuse('organization.taken') : Promise.reject(error)))
  return { userId }
}

const surveys = (locale: 'es' | 'en', now: Date) =>
  [
    { slug: 'nps', kind: 'relational' as const, es: 'Recomendación (NPS)', en: 'Recommendation (NPS)' },
    { slug: 'recuperacion', kind: 'recovery' as const, es: 'Recuperación', en: 'Recovery' },
  ].flatMap(({ slug, kind, es, en }) =>
    surveyWrites(newSurvey({ slug, kind, ...inBoth({ es, en }, locale), touchpointId: null }, 'live', now)),
  )

const founder = (id: string) => ({
  kind: 'user.created',
  subject: { kind: 'user' as const, id },
  actor: { kind: 'system' as const, id: 'setup' },
  payload: { role: 'admin', teams: [] },
})

const inBoth = (both: { es: string; en: string }, locale: 'es' | 'en') => {
  const other = locale === 'es' ? 'en' : 'es'
  return { name: both[locale], names: { [other]: both[other] } }
}
