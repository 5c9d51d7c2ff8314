import { desc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { configuration, events } from '@/db/schema'
import { createTeam, type UserActor } from '@/lib/identity'
import {
  addCause,
  addStage,
  addTouchpoint,
  causeTree,
  changeTouchpoint,
  createJourney,
  journeyList,
  journeyTree,
  moveStage,
  moveTouchpoint,
  reasonsFor,
  restoreStage,
  restoreTouchpoint,
  retireCause,
  retireStage,
  retireTouchpoint,
  setReasons,
  templates,
  touchpointsBySlug,
} from '@/lib/journeys'
import { placed } from '@/lib/journeys/order'
import { causes, groups } from '@/lib/journeys/templates/causes'
import { at, found, house, somebody } from '../identity/company'

let manager: UserActor
let agent: UserActor

beforeAll(async () => {
  await found()
  manager = await somebody('marta', 'manager')
  agent = await somebody('ana', 'agent')
  await createTeam(house, { name: 'Logistics', slug: 'logistics' }, at)
  await createJourney(manager, { name: 'Viaje de compra', template: 'discovery-loyalty' }, at)
})

const tree = async (slug?: string, retired = false) => {
  const found = await journeyTree(agent, slug, { retired })
  if (!found) throw new Error('no journey')
  return found
}
const order = async (slug?: string) =>
  (await tree(slug)).stages.map((stage) => `${stage.slug}: ${stage.touchpoints.map((one) => one.slug).join(' ')}`)
const stageNamed = async (slug: string) => (await tree()).stages.find((stage) => stage.slug === slug)?.id ?? ''
const idOf = async (slug: string) => (await touchpointsBySlug({ retired: true })).get(slug)?.id ?? ''

test('the three templates give five, five and three stages, 2–4 touchpoints each, reasons for both sides', () => {
  expect(templates.map((one) => one.stages.length)).toEqual([5, 5, 3])
  const sides = new Map(causes.map(([slug, , side]) => [slug, side]))
  for (const seed of templates.flatMap((one) => one.stages)) {
    expect(seed.touchpoints.length, seed.slug).toBeGreaterThanOrEqual(2)
    expect(seed.touchpoints.length, seed.slug).toBeLessThanOrEqual(4)
    for (const { slug, reasons } of seed.touchpoints) {
      const of = reasons.map((reason) => sides.get(reason))
      expect(of, slug).not.toContain(undefined)
      expect(of.filter((side) => side === 'detractor').length, slug).toBeGreaterThanOrEqual(2)
      expect(of.filter((side) => side === 'promoter').length, slug).toBeGreaterThanOrEqual(2)
    }
  }
  expect(causes.every(([, group]) => groups.some(([slug]) => slug === group))).toBe(true)
})

test('a journey from a template stands with owners, channels and reasons, in the organization’s language and the other', async () => {
  const delivery = (await tree()).stages.flatMap((stage) => stage.touchpoints).find((one) => one.slug === 'delivery')
  expect(delivery).toMatchObject({ name: 'Entrega', names: { en: 'Delivery' }, team: { slug: 'logistics' } })
  expect(delivery?.channels).toContain('whatsapp')
  const bad = await reasonsFor(delivery?.id ?? '', 'detractor')
  const good = await reasonsFor(delivery?.id ?? '', 'promoter')
  expect(bad[0]).toMatchObject({ slug: 'late-delivery', name: 'La entrega llegó tarde' })
  expect(good.map((one) => one.slug)).toEqual(['fast', 'well-packed', 'kept-promise'])
  const parents = (await causeTree(agent)).filter((one) => one.children.length > 0)
  expect(parents.map((one) => one.slug)).toContain('fulfilment')
})

test('a second journey from the same template gets slugs of its own and shares the reasons', async () => {
  const before = (await causeTree(agent)).length
  const { slug } = await createJourney(manager, { name: 'Viaje de compra', template: 'discovery-loyalty' }, at)
  expect(slug).toBe('viaje-de-compra-2')
  expect((await order(slug))[0]).toBe('discovery-2: advertising-2 website-2')
  expect((await causeTree(agent)).length).toBe(before)
  expect(await journeyList(agent)).toHaveLength(2)
})

test('a touchpoint moves within its stage and to another, and the rest close up', async () => {
  const purchase = await stageNamed('purchase')
  await moveTouchpoint(manager, await idOf('invoice'), purchase, 0, at)
  await moveTouchpoint(manager, await idOf('returns'), purchase, 1, at)
  expect(await order()).toContain('purchase: invoice returns checkout delivery')
  expect(await order()).toContain('retention: product-use support')
})

test('stages change places', async () => {
  await moveStage(manager, await stageNamed('loyalty'), 0, at)
  expect((await order())[0]).toMatch(/^loyalty/)
  await moveStage(manager, await stageNamed('loyalty'), 99, at)
  expect((await order()).at(-1)).toMatch(/^loyalty/)
})

test('what is retired disappears, comes back, and its slug is never given away', async () => {
  const loyalty = await stageNamed('loyalty')
  const id = await idOf('rewards')
  await retireTouchpoint(manager, id, at)
  expect(await order()).toContain('loyalty: repurchase')
  const again = await addTouchpoint(manager, loyalty, { name: 'Rewards' }, at)
  expect(again.slug).toBe('rewards-3')
  await restoreTouchpoint(manager, id, at)
  expect(await order()).toContain('loyalty: repurchase rewards-3 rewards')
})

test('a stage with touchpoints is not retired, an empty one is, and comes back last', async () => {
  const { id } = await addStage(manager, (await tree()).id, { name: 'Defensa', phase: 'after' }, at)
  const inside = await addTouchpoint(manager, id, { name: 'Reseñas' }, at)
  await expect(retireStage(manager, id, at)).rejects.toMatchObject({ code: 'stage.inUse', facts: { touchpoints: 1 } })
  await retireTouchpoint(manager, inside.id, at)
  await retireStage(manager, id, at)
  expect((await order()).join()).not.toContain('defensa')
  await expect(restoreTouchpoint(manager, inside.id, at)).rejects.toMatchObject({ code: 'stage.retired' })
  await restoreStage(manager, id, at)
  expect((await order()).at(-1)).toBe('defensa: ')
})

test('a renamed touchpoint keeps its slug', async () => {
  const id = await idOf('delivery')
  await changeTouchpoint(
    manager,
    id,
    { name: 'Entrega a domicilio', names: { en: 'Home delivery' }, channels: ['sms'] },
    at,
  )
  expect((await touchpointsBySlug()).get('delivery')).toMatchObject({
    name: 'Entrega a domicilio',
    names: { en: 'Home delivery' },
    channels: ['sms'],
  })
})

test('reasons are chosen in order; a retired one is offered no more', async () => {
  const id = await idOf('checkout')
  const added = await addCause(manager, { name: 'La terminal no servía', side: 'detractor' }, at)
  const late = (await causeTree(agent)).flatMap((one) => one.children).find((one) => one.slug === 'late-delivery')
  await setReasons(manager, id, [added.id, late?.id ?? ''], at)
  expect((await reasonsFor(id, 'detractor')).map((one) => one.slug)).toEqual(['la-terminal-no-servia', 'late-delivery'])
  await retireCause(manager, added.id, true, at)
  expect((await reasonsFor(id, 'detractor')).map((one) => one.slug)).toEqual(['late-delivery'])
  await expect(setReasons(manager, id, ['cau_none'], at)).rejects.toMatchObject({ code: 'cause.unknown' })
})

test('an agent reads the map and edits nothing; a program needs journeys:read', async () => {
  const forbidden = { code: 'identity.forbidden' }
  await expect(addStage(agent, (await tree()).id, { name: 'X', phase: 'before' }, at)).rejects.toMatchObject(forbidden)
  await expect(retireTouchpoint(agent, await idOf('delivery'), at)).rejects.toMatchObject(forbidden)
  await expect(addCause(agent, { name: 'X', side: 'both' }, at)).rejects.toMatchObject(forbidden)
  const program = (scopes: ('journeys:read' | 'responses:write')[]) => ({ kind: 'key' as const, id: 'key', scopes })
  expect(await journeyTree(program(['journeys:read']))).not.toBeNull()
  await expect(journeyTree(program(['responses:write']))).rejects.toMatchObject(forbidden)
})

test('of two who edit one journey at once nobody’s change is lost unsaid', async () => {
  const stage = await stageNamed('discovery')
  const both = await Promise.allSettled(['Uno', 'Dos'].map((name) => addTouchpoint(manager, stage, { name }, at)))
  const refused = both.filter((one) => one.status === 'rejected')
  for (const one of refused) expect(one.reason).toMatchObject({ code: 'journey.stale' })
  const names = (await tree()).stages.flatMap((one) => one.touchpoints.map((point) => point.name))
  expect(names.filter((name) => ['Uno', 'Dos'].includes(name))).toHaveLength(2 - refused.length)
})

test('every edit raises the configuration once and leaves one fact', async () => {
  const version = async () => (await db.select().from(configuration))[0]?.version ?? 0
  const before = await version()
  const id = await idOf('support')
  await changeTouchpoint(manager, id, { desiredScore: 9 }, at)
  expect(await version()).toBe(before + 1)
  const [last] = await db
    .select()
    .from(events)
    .where(eq(events.kind, 'settings.touchpoint_changed'))
    .orderBy(desc(events.id))
  expect(last).toMatchObject({
    actorId: manager.id,
    payload: { touchpoint: id, slug: 'support', fields: ['desiredScore'] },
  })
})

test('putting one among its siblings writes only what changes', () => {
  const three = ['a', 'b', 'c'].map((id, position) => ({ id, position }))
  expect(placed(three, 'b', 1)).toEqual([])
  expect(placed(three, 'c', 0)).toEqual([
    { id: 'c', position: 0 },
    { id: 'a', position: 1 },
    { id: 'b', position: 2 },
  ])
  expect(placed(three, 'new', 1).map((one) => one.id)).toEqual(['new', 'b', 'c'])
})
