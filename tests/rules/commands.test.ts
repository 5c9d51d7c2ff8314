import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { calendars, configuration, events, responses, rules, surveys, teams } from '@/db/schema'
import type { Role, UserActor } from '@/lib/identity/shared'
import {
  createRule,
  dryRun,
  foundRules,
  listRules,
  moveRule,
  retireRule,
  ruleById,
  rulesAtWork,
  switchRule,
  updateRule,
} from '@/lib/rules'
import { RuleInput } from '@/lib/rules/shared'

const now = new Date('2026-11-20T15:00:00Z')
const somebody = (role: Role): UserActor => ({
  kind: 'user',
  id: `usr_${role}`,
  name: role,
  role,
  teams: [],
  locale: 'es',
  timeZone: 'America/Mexico_City',
})
const manager = somebody('manager')
const slugs = async () => (await listRules(manager)).map((rule) => rule.slug)
const input = (conditions: unknown, team = 'owner') =>
  RuleInput.parse({
    name: 'Clientes de mayoreo',
    conditions,
    action: { do: 'open', priority: 'high', team, assignee: { by: 'round_robin' }, slaPolicy: null },
  })

beforeAll(async () => {
  const named = { name: 'x', names: {}, version: 1 }
  const made = { ...named, folded: 'x', createdAt: now }
  await atomically((tx) => [
    tx.insert(calendars).values({ id: 'cal', slug: 'c', timeZone: 'UTC', weekly: {}, holidays: [], ...named }),
    tx.insert(teams).values({ id: 'tea', slug: 'entregas', calendarId: 'cal', ...made }),
    tx
      .insert(surveys)
      .values({ id: 'sur', slug: 'nps', kind: 'relational', status: 'live', texts: {}, languages: [], ...made }),
    ...foundRules('es', now),
  ])
  const answer = (score: number, comment: string, at: number) => ({
    id: `res_${at}`,
    kind: 'answer' as const,
    surveyId: 'sur',
    surveyVersion: 1,
    score,
    category: score < 7 ? ('detractor' as const) : ('promoter' as const),
    channel: 'web' as const,
    language: 'es',
    comment,
    contactAllowed: true,
    attributes: {},
    submittedAt: new Date(now.getTime() - at * 1000),
    receivedAt: now,
    day: '2026-11-20',
    history: false,
    revision: 1,
  })
  await atomically((tx) => [
    tx.insert(responses).values(answer(3, 'Llegó tarde', 1)),
    tx.insert(responses).values(answer(2, 'Voy a ir a Profeco', 2)),
    tx.insert(responses).values(answer(10, 'Todo bien', 3)),
  ])
})

test('a new company has its rules in order, and each edit is a fact and a new configuration', async () => {
  expect(await slugs()).toEqual(['riesgo-para-la-salud', 'amenaza-de-denuncia', 'detractores', 'preguntas'])
  const { id } = await createRule(manager, input({ segment: { anyOf: ['mayoreo'] } }), now)
  expect((await slugs()).at(-1)).toBe('clientes-de-mayoreo')
  expect((await createRule(manager, input({}), now)).id).not.toBe(id)
  expect((await slugs()).at(-1)).toBe('clientes-de-mayoreo-2')
  const [version] = await db.select().from(configuration)
  expect(version?.version).toBe(2)
  expect(await db.select().from(events).where(eq(events.subjectId, id))).toMatchObject([
    { kind: 'settings.rule_created', actorId: 'usr_manager', payload: { version: 1 } },
  ])
})

test('a rule moves, is written anew, switched off and retired; an old version is told so', async () => {
  const rule = (await listRules(manager)).find((each) => each.slug === 'clientes-de-mayoreo')
  const id = rule?.id ?? ''
  for (let i = 0; i < 4; i++) await moveRule(manager, id, 'up', now)
  await moveRule(manager, id, 'up', now)
  expect((await slugs())[0]).toBe('clientes-de-mayoreo')
  const { version } = await ruleById(manager, id)
  await updateRule(manager, id, version, input({ score: { min: 0, max: 4 } }, 'entregas'), now)
  await expect(updateRule(manager, id, version, input({}), now)).rejects.toMatchObject({ code: 'rule.stale' })
  await switchRule(manager, id, false, now)
  expect(await ruleById(manager, id)).toMatchObject({ active: false, conditions: { score: { max: 4 } } })
  await retireRule(manager, id, now)
  await expect(ruleById(manager, id)).rejects.toMatchObject({ code: 'rule.unknown' })
  expect(await slugs()).not.toContain('clientes-de-mayoreo')
  expect(await db.select().from(rules).where(eq(rules.id, id))).toHaveLength(1)
})

test('what a rule names must be there', async () => {
  await expect(createRule(manager, input({ touchpoint: { anyOf: ['luna'] } }, 'nadie'), now)).rejects.toMatchObject({
    code: 'input.invalid',
    issues: [{ path: 'conditions.touchpoint' }, { path: 'action.team' }],
  })
})

test('managers change rules, leads see them, agents and viewers do not', async () => {
  expect(await listRules(somebody('lead'))).not.toEqual([])
  await expect(createRule(somebody('lead'), input({}), now)).rejects.toMatchObject({ code: 'identity.forbidden' })
  for (const role of ['agent', 'viewer'] as const) {
    await expect(listRules(somebody(role))).rejects.toMatchObject({ code: 'identity.forbidden' })
  }
})

test('a dry run says which of the last answers a rule would take, and changes nothing', async () => {
  const words = { words: { anyOf: ['profeco', 'tarde'], not: false } }
  expect(await dryRun(manager, words, null)).toMatchObject({ answers: 3, matches: 2, decides: 0 })
  const [first] = await listRules(manager)
  const run = await dryRun(manager, words, first?.id ?? null)
  expect(run).toMatchObject({ matches: 2, decides: 2 })
  expect(run.examples.map((example) => [example.score, example.said])).toEqual([
    [3, 'Llegó tarde'],
    [2, 'Voy a ir a Profeco'],
  ])
  const { decided } = await rulesAtWork(manager)
  expect(Object.values(decided)).toEqual([1, 1, 1])
})

test('a stored rule that is no rule is passed over, the others go on', async () => {
  const before = (await listRules(manager)).length
  const [first] = await listRules(manager)
  await atomically((tx) => [
    tx
      .update(rules)
      .set({ conditions: { weather: 'rain' } })
      .where(eq(rules.id, first?.id ?? '')),
  ])
  expect(await listRules(manager)).toHaveLength(before - 1)
})
