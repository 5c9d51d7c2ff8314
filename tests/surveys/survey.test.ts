import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { configuration, events, surveyVersions } from '@/db/schema'
import { receive } from '@/lib/loop'
import {
  closeSurvey,
  createSurvey,
  listSurveys,
  openSurvey,
  ownAnswer,
  surveyBySlug,
  surveyForPage,
  updateSurvey,
} from '@/lib/surveys'
import { detractor, foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const configured = async () => (await db.select().from(configuration))[0]?.version ?? 0
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('a survey is drafted, opened, closed and opened again, each time told to every process and put down', async () => {
  const before = await configured()
  const { slug } = await createSurvey(world.manager, { name: 'Después de la visita', kind: 'transactional' }, friday)
  expect(slug).toBe('despues-de-la-visita')
  expect(await code(closeSurvey(world.manager, slug, friday))).toBe('survey.impossible')
  await openSurvey(world.manager, slug, friday)
  expect(await code(openSurvey(world.manager, slug, friday))).toBe('survey.impossible')
  await closeSurvey(world.manager, slug, friday)
  await openSurvey(world.manager, slug, friday)
  expect(await configured()).toBe(before + 4)
  const survey = await surveyBySlug(world.manager, slug)
  expect(survey.status).toBe('live')
  const told = await db
    .select({ kind: events.kind })
    .from(events)
    .where(eq(events.subjectId, survey.id))
    .orderBy(events.id)
  expect(told.map(({ kind }) => kind)).toEqual(['survey.created', 'survey.opened', 'survey.closed', 'survey.opened'])
})

test('only whoever may edit surveys makes, words or opens one; anybody may see the list', async () => {
  for (const actor of [world.lead, world.agent, world.viewer]) {
    expect(await code(createSurvey(actor, { name: 'Otra', kind: 'relational' }, friday))).toBe('identity.forbidden')
    expect(await code(openSurvey(actor, 'nps', friday))).toBe('identity.forbidden')
    expect(await code(updateSurvey(actor, 'nps', { version: 1, name: 'x' }, friday))).toBe('identity.forbidden')
    expect(await code(surveyBySlug(actor, 'nps'))).toBe('identity.forbidden')
    expect((await listSurveys(actor)).map(({ slug }) => slug)).toContain('nps')
  }
})

test('a short name is taken once, and an unknown touchpoint is refused', async () => {
  expect(await code(createSurvey(world.manager, { slug: 'nps', name: 'NPS', kind: 'relational' }, friday))).toBe(
    'survey.taken',
  )
  expect(await code(createSurvey(world.manager, { name: 'Uno', kind: 'relational', touchpoint: 'nada' }, friday))).toBe(
    'touchpoint.unknown',
  )
  expect(await code(surveyBySlug(world.manager, 'nada'))).toBe('survey.unknown')
})

test('of two people who change the texts at once one is told, and what was answered keeps its words', async () => {
  const { slug } = await createSurvey(
    world.manager,
    { slug: 'versiones', name: 'V', kind: 'relational' },
    friday,
    'live',
  )
  const edit = (version: number, question: string) =>
    updateSurvey(world.manager, slug, { version, texts: { es: { question } } }, later(1))
  const outcomes = await Promise.all([code(edit(1, '¿Volvería?')), code(edit(1, '¿Regresaría?'))])
  expect(outcomes.sort()).toEqual(['done', 'survey.stale'])
  const survey = await surveyBySlug(world.manager, slug)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { id } = await receive({ kind: 'link' }, { ...detractor(), survey: slug }, later(2))
  expect(await ownAnswer(id)).toMatchObject({ score: 2, survey: { slug } })
  await edit(2, '¿Y ahora?')
  const versions = await db
    .select()
    .from(surveyVersions)
    .where(eq(surveyVersions.surveyId, survey.id))
    .orderBy(surveyVersions.version)
  expect(versions.map(({ version, texts }) => [version, texts])).toEqual([
    [1, {}],
    [2, survey.texts],
    [3, { es: { question: '¿Y ahora?' } }],
  ])
})

test('a page speaks the house’s words until people write their own, language by language', async () => {
  const page = (language: string) => surveyForPage('nps', { touchpoint: 'entrega', language })
  expect((await page('es'))?.texts.question).toBe('¿Recomendaría Casa Lúa a una persona cercana?')
  const { version } = await surveyBySlug(world.manager, 'nps')
  await updateSurvey(
    world.manager,
    'nps',
    { version, texts: { es: { question: ' ¿Volvería con {organization}? ', low: '' }, en: { high: 'surely' } } },
    friday,
  )
  await updateSurvey(world.manager, 'nps', { version: version + 1, texts: { en: {} } }, friday)
  expect((await page('es'))?.texts).toMatchObject({ question: '¿Volvería con Casa Lúa?', low: 'de ninguna manera' })
  expect((await page('en'))?.texts).toMatchObject({
    question: 'Would you recommend Casa Lúa to someone close to you?',
    high: 'without a doubt',
  })
})

test('a page offers detractors’ and promoters’ reasons of its touchpoint apart', async () => {
  const page = await surveyForPage('nps', { touchpoint: 'entrega', language: 'en' })
  expect(page?.reasons).toEqual({
    detractor: [{ slug: 'llego-tarde', name: 'Llegó tarde (en)' }],
    promoter: [{ slug: 'buen-trato', name: 'Buen trato (en)' }],
  })
  expect(page?.touchpoint).toEqual({ slug: 'entrega', name: 'Entrega a domicilio (en)' })
  expect((await surveyForPage('nps', { touchpoint: 'nada' }))?.touchpoint).toBeNull()
  expect(await surveyForPage('nada', {})).toBeNull()
})
