import type * as schema from '@/db/schema'
import { after, days } from '@/lib/kit/clock'
import { defaultRules } from '@/lib/rules'
import company from './data/company.json'
import type { MakeId } from './ids'
import type { Person, Place, World } from './world'

const named = [
  { key: 'relational', slug: 'relacion', kind: 'relational', es: 'Relación', en: 'Relationship' },
  { key: 'buying', slug: 'despues-de-comprar', kind: 'transactional', es: 'Después de comprar', en: 'After buying' },
  {
    key: 'receiving',
    slug: 'despues-de-recibir',
    kind: 'transactional',
    es: 'Después de recibir',
    en: 'After delivery',
  },
  {
    key: 'service',
    slug: 'despues-de-atenderle',
    kind: 'transactional',
    es: 'Después de atenderle',
    en: 'After service',
  },
  { key: 'recovery', slug: 'recuperacion', kind: 'recovery', es: 'Recuperación', en: 'Recovery' },
] as const

/** The five surveys, live, in both languages, with the house's own words. */
export function drawSurveys(now: Date, id: MakeId) {
  const since = after(now, -days(398))
  const rows: (typeof schema.surveys.$inferSelect)[] = named.map(({ slug, kind, es, en }) => ({
    id: id('survey', since),
    slug,
    name: es,
    names: { es, en },
    kind,
    status: 'live',
    touchpointId: null,
    texts: {},
    languages: ['es', 'en'],
    createdAt: since,
    version: 1,
  }))
  const ids = Object.fromEntries(named.map(({ key }, at) => [key, rows[at]?.id ?? ''])) as World['surveys']
  const versions = rows.map(({ id: surveyId }) => ({ surveyId, version: 1, texts: {}, createdAt: since }))
  return { rows, versions, ids }
}

/** The rules that a company begins with, and one of its own: passives who complain get a ticket too. */
export function drawRules(now: Date, id: MakeId) {
  const since = after(now, -days(398))
  const own = {
    slug: 'pasivo-con-queja',
    rule: {
      name: 'Pasivo con queja',
      names: { es: 'Pasivo con queja', en: 'Passive with a complaint' } as Record<string, string>,
      conditions: { category: { anyOf: ['passive'], not: false }, commentType: { anyOf: ['complaint'], not: false } },
      action: {
        do: 'open',
        priority: 'by_score',
        team: 'owner',
        assignee: { by: 'round_robin' },
        slaPolicy: null,
      },
    },
  }
  const rows: (typeof schema.rules.$inferSelect)[] = [...defaultRules('es'), own].map(({ slug, rule }, position) => ({
    id: id('rule', since),
    slug,
    name: rule.name,
    names: rule.names as Record<string, string>,
    position,
    active: true,
    conditions: rule.conditions as Record<string, unknown>,
    actions: rule.action as Record<string, unknown>,
    createdAt: since,
    retiredAt: null,
    version: 1,
  }))
  const detractors = rows.find(({ conditions }) => JSON.stringify(conditions).includes('"detractor"')) ?? rows[0]
  return { rows, ids: { detractors: detractors?.id ?? '', complaints: rows.at(-1)?.id ?? '' } }
}

/** What was changed at the touchpoints, and what is planned: the trend's markers. */
export const drawInitiatives = (places: Place[], people: Person[], now: Date, id: MakeId) =>
  company.initiatives.flatMap(({ touchpoint, es, live, created, due, state, owner }) => {
    const place = places.find(({ slug }) => slug === touchpoint)
    if (!place) return []
    const createdAt = after(now, days(created))
    return [
      {
        id: id('initiative', createdAt),
        touchpointId: place.id,
        title: es,
        state: state as (typeof schema.initiatives.$inferSelect)['state'],
        teamId: place.team.id,
        ownerId: people.find(({ name }) => name === owner)?.id ?? null,
        dueAt: after(now, days(due)),
        liveAt: live === null ? null : after(now, days(live)),
        createdAt,
        version: 1,
      },
    ]
  })
