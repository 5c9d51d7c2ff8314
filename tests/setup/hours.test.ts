import { beforeAll, expect, test } from 'vitest'
import { readSpans, writeSpans } from '@/app/(desk)/settings/hours/_parts/spans'
import { findActorBySession, startSession, type UserActor } from '@/lib/identity'
import {
  calendarList,
  createCalendar,
  createPolicy,
  policyList,
  setUpCompany,
  updateCalendar,
  updatePolicy,
  Weekly,
} from '@/lib/setup'

const at = new Date('2026-11-20T15:04:05.000Z')
let boss: UserActor

beforeAll(async () => {
  const organization = { name: 'Casa Lúa', country: 'MX', locale: 'es', timeZone: 'America/Mexico_City' } as const
  const admin = { name: 'Berta', email: 'boss@casalua.mx', password: 'tres tigres comen trigo' }
  const { userId } = await setUpCompany({ organization, admin, template: 'discovery-loyalty' }, at)
  const { sid } = await startSession(userId, { address: null, agent: null }, at)
  const found = await findActorBySession(sid, at)
  if (!found) throw new Error('nobody')
  boss = found
})

const saturday = {
  name: 'Tiendas',
  timeZone: 'America/Tijuana',
  weekly: { '6': [[600, 840] as [number, number]] },
  holidays: [],
}

test('a calendar is changed by whoever saw it last, the other is told', async () => {
  const [first] = await calendarList(boss)
  if (!first) throw new Error('no calendar')
  const both = await Promise.allSettled([
    updateCalendar(boss, first.id, first.version, { ...saturday, name: 'Uno' }, at),
    updateCalendar(boss, first.id, first.version, { ...saturday, name: 'Dos' }, at),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'calendar.stale' } })
  expect((await calendarList(boss))[0]).toMatchObject({ weekly: saturday.weekly, names: {}, version: 2 })
})

test('another calendar and another policy stand beside the first', async () => {
  await createCalendar(boss, saturday, at)
  expect((await calendarList(boss)).map((one) => one.slug)).toEqual(['standard', 'tiendas'])
  const pair = { firstContact: 60, resolution: 120 }
  const targets = { urgent: pair, high: pair, normal: pair, low: pair }
  await createPolicy(boss, { name: 'Exprés', targets, waitLimit: 600 }, at)
  const [standard, express] = await policyList(boss)
  expect([standard?.standard, express?.slug]).toEqual([true, 'expres'])
  await updatePolicy(boss, standard?.id ?? '', 1, { name: standard?.name ?? '', targets, waitLimit: 600 }, at)
  expect((await policyList(boss))[0]).toMatchObject({ targets, names: { en: 'General commitment' }, version: 2 })
})

test('only administration changes hours and promises', async () => {
  const lead = { ...boss, role: 'manager' as const }
  await expect(createCalendar(lead, saturday, at)).rejects.toMatchObject({ code: 'identity.forbidden' })
})

test('hours are written as people write them, and what cannot be hours is refused', () => {
  expect(readSpans('9–14, 16:30-19')).toEqual([
    [540, 840],
    [990, 1140],
  ])
  expect(readSpans('')).toEqual([])
  expect(readSpans('00:00–24:00')).toEqual([[0, 1440]])
  for (const wrong of ['de nueve a seis', '9:75–10', '25–26', '9–']) expect(readSpans(wrong), wrong).toBeNull()
  expect(writeSpans([[540, 1080]])).toBe('09:00–18:00')
  expect(Weekly.safeParse({ '1': [[600, 540]] }).success).toBe(false)
  expect(
    Weekly.safeParse({
      '1': [
        [540, 700],
        [690, 900],
      ],
    }).success,
  ).toBe(false)
  expect(Weekly.safeParse({}).success).toBe(false)
})
