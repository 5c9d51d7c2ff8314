import { beforeAll, expect, test } from 'vitest'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { detractor, foundWorld, friday, later, type World } from '../support/world'
import { ask, type Program, program } from './program'

let world: World
let call: Program
const ids: string[] = []

beforeAll(async () => {
  world = await foundWorld()
  call = await program(world.admin, ['admin'])
  const send = async (body: unknown, at: Date) =>
    ids.push((await receive({ kind: 'key', keyId: 'key_test' }, ResponseInput.parse(body), at)).id)
  await send(detractor({ attributes: { order: '77' } }), friday)
  await send({ survey: 'nps', score: 9, touchpoint: 'factura', comment: 'Todo bien' }, later(1))
  await send({ survey: 'nps', score: 8, submittedAt: '2026-11-18T05:30:00Z' }, later(2))
})

const scoresOf = async (query: string) =>
  (await call('GET', `/responses${query}`)).body.data.map((response) => response.score)

test('responses are listed newest first, cut by survey, touchpoint, class and local day', async () => {
  expect(await scoresOf('')).toEqual([9, 2, 8])
  expect(await scoresOf('?touchpoint=entrega')).toEqual([2])
  expect(await scoresOf('?category=promoter')).toEqual([9])
  // 05:30 UTC on the 18th is still the 17th in Mexico City.
  expect(await scoresOf('?from=2026-11-18')).toEqual([9, 2])
  expect(await scoresOf('?to=2026-11-17')).toEqual([8])
  const first = await call('GET', '/responses?limit=2')
  const rest = await call('GET', `/responses?limit=2&cursor=${String(first.body.nextCursor)}`)
  expect([...first.body.data, ...rest.body.data].map((response) => response.score)).toEqual([9, 2, 8])
  expect(rest.body.nextCursor).toBeNull()
})

test('one response tells its ticket, reasons and attributes', async () => {
  const { body } = await call('GET', `/responses/${ids[0]}`)
  expect(body).toMatchObject({
    survey: 'nps',
    touchpoint: 'entrega',
    reasons: ['llego-tarde'],
    ticket: { number: 1001 },
    attributes: { order: '77' },
  })
  expect((await call('GET', '/responses/res_missing')).status).toBe(404)
})

test('a filter that is unknown or names nothing is blamed by its name', async () => {
  expect((await call('GET', '/responses?touchpoint=luna')).body).toMatchObject({
    status: 422,
    errors: [{ path: 'query.touchpoint' }],
  })
  expect((await call('GET', '/responses?colour=red')).body).toMatchObject({ errors: [{ path: 'query.colour' }] })
  expect((await call('GET', '/responses?limit=201')).status).toBe(422)
  expect((await call('GET', '/responses?from=yesterday')).status).toBe(422)
})

test('a customer is made, changed under its version, told, exported and erased', async () => {
  const made = await call('POST', '/customers', {
    email: 'dora@example.com',
    annualValue: { amount: '1200.50', currency: 'MXN' },
  })
  expect(made).toMatchObject({ status: 201, body: { annualValue: { amount: '1200.50' }, surveys: true } })
  const path = `/customers/${String(made.body.id)}`
  expect((await call('POST', '/customers', { email: 'DORA@example.com' })).status).toBe(409)
  expect((await call('POST', '/customers', { nick: 'D' })).body).toMatchObject({ errors: [{ path: 'nick' }] })
  expect((await call('PATCH', path, { name: 'Dora', surveys: false, version: 1 })).body).toMatchObject({
    name: 'Dora',
    surveys: false,
    version: 2,
  })
  expect((await call('PATCH', path, { name: 'D', version: 1 })).body).toMatchObject({
    status: 409,
    current: { version: 2 },
  })
  expect((await call('GET', '/customers?q=dora')).body.data).toHaveLength(1)
  expect((await call('GET', '/customers?email=Dora@Example.com')).body.data).toHaveLength(1)
  const [ana] = (await call('GET', '/customers?q=ana')).body.data
  const history = await call('GET', `/customers/${String(ana?.id)}/history`)
  expect(history.body.data.map((line) => line.kind).sort()).toEqual(['letter', 'response', 'ticket'])
  expect((await call('GET', `/customers/${String(ana?.id)}/export`)).text).toContain('Me citaron tres veces')
  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('GET', path)).body).toMatchObject({ email: null, name: null })
  expect((await call('DELETE', '/customers/cus_missing')).status).toBe(404)
})

test('journeys, surveys, teams and people can be named by what they are called', async () => {
  expect((await call('GET', '/journeys')).body.data).toMatchObject([{ slug: 'viaje' }])
  const { body } = await call('GET', '/journeys/viaje')
  expect(body).toMatchObject({
    stages: [
      { slug: 'recibir', touchpoints: [{ slug: 'entrega', team: 'entregas' }, { slug: 'factura' }, { team: null }] },
    ],
  })
  expect((await call('GET', '/journeys/luna')).status).toBe(404)
  expect((await call('GET', '/surveys')).body.data.map((survey) => survey.slug)).toContain('nps')
  expect((await call('GET', '/teams')).body.data.map((team) => team.slug)).toEqual(['entregas', 'facturacion'])
  expect((await call('GET', '/users')).body.data.map((user) => user.name)).toContain('Mariana Ortega')
})

test('the record is read from one event to the next', async () => {
  const seen: unknown[] = []
  let after = ''
  for (let turn = 0; turn < 20; turn++) {
    const page = await call('GET', `/events?limit=2&after=${after}`)
    seen.push(...page.body.data.map((event) => event.id))
    if (page.body.nextCursor === null) break
    after = String(page.body.nextCursor)
  }
  expect(seen.length).toBeGreaterThan(5)
  expect(seen).toEqual([...seen].sort())
  expect((await call('GET', '/events?after=yesterday')).status).toBe(422)
})

test('without a key nothing is told, and a scope opens only its own', async () => {
  expect((await ask('GET', '/responses', undefined)).status).toBe(401)
  expect((await ask('GET', '/responses', undefined, { authorization: 'Bearer lazo_nothing_of_ours' })).status).toBe(401)
  const reader = await program(world.admin, ['journeys:read'])
  expect((await reader('GET', '/journeys')).status).toBe(200)
  expect((await reader('GET', '/customers')).status).toBe(403)
  expect((await reader('GET', '/nowhere')).status).toBe(404)
  expect((await reader('PUT', '/journeys')).status).toBe(405)
})
