import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { findActorBySession, organization, signIn, teams } from '@/lib/identity'
import { journeyTree } from '@/lib/journeys'
import { receive } from '@/lib/loop'
import { holidaysOf, setUpCompany } from '@/lib/setup'
import { emptied } from './emptied'

const at = new Date('2026-11-20T15:04:05.000Z')
const password = 'tres tigres comen trigo'
const given = (name = 'Casa Lúa', email = 'boss@casalua.mx') => ({
  organization: { name, country: 'MX' as const, locale: 'es' as const, timeZone: 'America/Mexico_City' },
  admin: { name: 'Berta Solís', email, password },
  template: 'discovery-loyalty',
})

test('a password that will not do is said at its field and leaves nothing behind', async () => {
  const bad = { ...given(), admin: { ...given().admin, password: 'corta' } }
  await expect(setUpCompany(bad, at)).rejects.toMatchObject({ issues: [{ path: 'password', code: 'password.short' }] })
  await expect(setUpCompany({ ...given(), template: 'none' }, at)).rejects.toMatchObject({ code: 'template.unknown' })
  expect(await organization()).toBeNull()
})

test('two set-ups at once give one company, whole', async () => {
  const both = await Promise.allSettled([
    setUpCompany(given('Uno', 'uno@casalua.mx'), at),
    setUpCompany(given('Dos', 'dos@casalua.mx'), at),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'organization.taken' } })
  expect(await db.select().from(schema.organization)).toHaveLength(1)
  expect(await db.select().from(schema.users)).toHaveLength(1)
  expect(await db.select().from(schema.journeys)).toHaveLength(1)
})

test('a company stands: administrator, hours, promise, teams, journey, surveys and rules', async () => {
  await emptied()
  const { userId } = await setUpCompany(given(), at)
  const { sid } = await signIn({ email: 'boss@casalua.mx', password, address: null, agent: null }, at)
  const boss = await findActorBySession(sid, at)
  expect(boss).toMatchObject({ id: userId, role: 'admin', locale: 'es' })
  if (!boss) throw new Error('nobody')
  expect((await teams(boss)).map((team) => team.slug).sort()).toEqual([
    'billing',
    'customer-service',
    'digital',
    'logistics',
    'marketing',
    'sales',
  ])
  const tree = await journeyTree(boss)
  expect(tree?.stages.map((stage) => stage.name)).toEqual([
    'Descubrimiento',
    'Consideración',
    'Compra',
    'Retención',
    'Fidelidad',
  ])
  expect(tree?.stages.flatMap((stage) => stage.touchpoints).every((one) => one.team && one.reasons.length > 3)).toBe(
    true,
  )
  const [policy] = await db.select().from(schema.slaPolicies)
  expect(policy).toMatchObject({ standard: true, targets: { high: { firstContact: 240, resolution: 1440 } } })
  const [calendar] = await db.select().from(schema.calendars)
  expect(calendar?.weekly['5']).toEqual([[540, 1080]])
  expect(calendar?.holidays).toContain('2026-11-16')
  const surveys = await db.select().from(schema.surveys)
  expect(surveys.map(({ slug, kind, status }) => [slug, kind, status]).sort()).toEqual([
    ['nps', 'relational', 'live'],
    ['recuperacion', 'recovery', 'live'],
  ])
})

test('the company takes an answer at once: a detractor’s goes to the team that owns the touchpoint', async () => {
  const answer = await receive({ kind: 'link' }, { survey: 'nps', score: 2, touchpoint: 'delivery' }, at)
  expect(answer).toMatchObject({ category: 'detractor', ticket: { number: 1001 } })
  const [ticket] = await db.select().from(schema.tickets)
  const [logistics] = await db.select().from(schema.teams).where(eq(schema.teams.slug, 'logistics'))
  expect(ticket).toMatchObject({ teamId: logistics?.id, priority: 'high' })
})

test('setting up twice is refused', async () => {
  await expect(setUpCompany(given('Otra', 'otra@casalua.mx'), at)).rejects.toMatchObject({ code: 'organization.taken' })
})

test('Mexico’s holidays that move are found', () => {
  expect(holidaysOf('MX', 2026)).toEqual([
    '2026-01-01',
    '2026-02-02',
    '2026-03-16',
    '2026-05-01',
    '2026-09-16',
    '2026-11-16',
    '2026-12-25',
  ])
  expect(holidaysOf('MX', 2030)).toContain('2030-10-01')
})
