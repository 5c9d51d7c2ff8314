import { beforeAll, expect, test } from 'vitest'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { detractor, foundWorld, friday, later, type World } from '../support/world'
import { type Program, program } from './program'

let world: World
let call: Program
const days = 'from=2026-11-01&to=2026-11-30'

beforeAll(async () => {
  world = await foundWorld()
  call = await program(world.admin, ['insights:read'])
  const send = (body: unknown, at: Date) => receive({ kind: 'key', keyId: 'key_test' }, ResponseInput.parse(body), at)
  await send(detractor(), friday)
  for (let at = 0; at < 5; at++) await send({ survey: 'nps', score: 9, touchpoint: 'factura' }, later(at))
})

test('figures by touchpoint have the names that the contract gives them', async () => {
  const { body } = await call('GET', `/insights/touchpoints?${days}`)
  expect(body.data.find((row) => row.slug === 'entrega')).toMatchObject({
    n: 1,
    detractors: 1,
    nps: -100,
    tickets: { opened: 1, open: 1 },
    recovery: { recovered: 0, answered: 0, delivered: 0, resolved: 0 },
    reasons: [{ slug: 'llego-tarde', detractors: 1 }],
  })
  expect(body.total).toMatchObject({ n: 6, promoters: 5 })
  expect((await call('GET', `/insights/touchpoints?${days}&journey=viaje`)).body.data.length).toBeGreaterThan(1)
})

test('recovery, reasons, trend and disposition answer too', async () => {
  expect((await call('GET', `/insights/recovery?${days}`)).body).toMatchObject({ ofResolved: { of: 0 } })
  expect((await call('GET', `/insights/reasons?${days}`)).body.data).toMatchObject([{ touchpoint: 'entrega' }])
  const weeks = (await call('GET', `/insights/trend?${days}&touchpoint=factura`)).body.data
  expect(weeks.reduce((sum, week) => sum + Number(week.promoters), 0)).toBe(5)
  expect((await call('GET', '/insights/disposition?survey=nps')).body.data).toEqual([])
})

test('days that make no sense and names of nothing are blamed', async () => {
  expect((await call('GET', '/insights/touchpoints?from=2026-13-01')).status).toBe(422)
  expect((await call('GET', `/insights/touchpoints?${days}&survey=luna`)).status).toBe(422)
  expect((await call('GET', '/insights/disposition')).status).toBe(422)
  expect((await call('GET', '/insights/touchpoints?from=2026-11-30&to=2026-11-01')).status).toBe(422)
})
