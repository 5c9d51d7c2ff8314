import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Running } from '@/lib/cli/bench/server'
import { type House, house, keyOf } from './support/house'

let place: House
let server: Running
let key = ''

test.beforeAll(async () => {
  place = house(true)
  server = await place.start()
  key = await keyOf(place)
})
test.afterAll(async () => {
  await server.kill()
  place.remove()
})

const counted = (): Record<string, number> => {
  const file = new Database(join(place.folder, 'lazo.db'), { readonly: true })
  const counts = Object.fromEntries(
    ['responses', 'tickets', 'customers', 'letters', 'events', 'tally_days'].map((name) => [
      name,
      file.prepare(`select count(*) from ${name}`).pluck().get() as number,
    ]),
  )
  file.close()
  return counts
}

type Sent = {
  body?: string | Uint8Array
  headers?: Record<string, string>
  path?: string
  method?: string
  auth?: string | null
}
const send = (sent: Sent) =>
  fetch(`${server.url}/api/v1${sent.path ?? '/responses'}`, {
    method: sent.method ?? 'POST',
    headers: {
      'content-type': 'application/json',
      ...(sent.auth === null ? {} : { authorization: `Bearer ${sent.auth ?? key}` }),
      ...sent.headers,
    },
    ...(sent.body === undefined ? {} : { body: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }),
  })

const good = { survey: 'nps', score: 3 }
const json = (over: Record<string, unknown>) => JSON.stringify({ ...good, ...over })
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const cases: [name: string, status: number, blamed: string | null, sent: Sent][] = [
  ['no key', 401, null, { body: json({}), auth: null }],
  ['a wrong key', 401, null, { body: json({}), auth: 'lazo_wrong_wrong_wrong_wrong_wrong_12' }],
  ['nothing', 400, null, { body: '' }],
  ['half an object', 400, null, { body: '{"survey":"nps","score":' }],
  ['no JSON at all', 400, null, { body: 'score=3' }],
  ['bad UTF-8', 400, null, { body: bytes('{"survey":"nps","score":3,"comment":"\xff\xfe"}') }],
  ['a NUL by escape', 400, null, { body: '{"survey":"nps","score":3,"comment":"a\\u0000b"}' }],
  ['a lone surrogate', 400, null, { body: '{"survey":"nps","score":3,"comment":"\\ud800"}' }],
  ['an array', 422, '', { body: '[]' }],
  ['a number', 422, '', { body: '3' }],
  ['null', 422, '', { body: 'null' }],
  ['an unknown field', 422, 'skore', { body: json({ skore: 4 }) }],
  ['an unknown field of the customer', 422, 'customer.mail', { body: json({ customer: { mail: 'a@b.mx' } }) }],
  ['a prototype', 422, '__proto__', { body: '{"survey":"nps","score":3,"__proto__":{"polluted":true}}' }],
  ['no score', 422, 'score', { body: JSON.stringify({ survey: 'nps' }) }],
  ['score 11', 422, 'score', { body: json({ score: 11 }) }],
  ['score −1', 422, 'score', { body: json({ score: -1 }) }],
  ['score 3.5', 422, 'score', { body: json({ score: 3.5 }) }],
  ['score as text', 422, 'score', { body: json({ score: '3' }) }],
  ['score true', 422, 'score', { body: json({ score: true }) }],
  ['score null', 422, 'score', { body: json({ score: null }) }],
  ['score 1e400', 422, 'score', { body: '{"survey":"nps","score":1e400}' }],
  ['no survey', 422, 'survey', { body: JSON.stringify({ score: 3 }) }],
  ['an unknown survey', 422, 'survey', { body: json({ survey: 'nada' }) }],
  ['a survey that is no slug', 422, 'survey', { body: json({ survey: '../etc/passwd' }) }],
  ['the recovery survey', 422, 'survey', { body: json({ survey: 'recuperacion' }) }],
  ['an unknown touchpoint', 422, 'touchpoint', { body: json({ touchpoint: 'nada' }) }],
  ['an unknown reason', 422, 'reasons.0', { body: json({ reasons: ['nada'] }) }],
  ['reasons as text', 422, 'reasons', { body: json({ reasons: 'nada' }) }],
  ['an unknown channel', 422, 'channel', { body: json({ channel: 'telepathy' }) }],
  ['an unknown kind of comment', 422, 'commentType', { body: json({ commentType: 'rant' }) }],
  ['a comment that is a number', 422, 'comment', { body: json({ comment: 3 }) }],
  ['a comment of 262,145 letters', 422, 'comment', { body: json({ comment: 'a'.repeat(262_145) }) }],
  ['a bad address', 422, 'customer.email', { body: json({ customer: { email: 'a@b' } }) }],
  ['a header in the address', 422, 'customer.email', { body: json({ customer: { email: 'a@b.mx\r\nBcc: c@d.mx' } }) }],
  ['a bad telephone number', 422, 'customer.phone', { body: json({ customer: { phone: 'call me' } }) }],
  [
    'money that is none',
    422,
    'customer.annualValue.amount',
    { body: json({ customer: { externalId: 'x', annualValue: { amount: '1,200', currency: 'MXN' } } }) },
  ],
  [
    'a currency that is none',
    422,
    'customer.annualValue.currency',
    { body: json({ customer: { externalId: 'x', annualValue: { amount: '12.00', currency: 'PES' } } }) },
  ],
  ['a time without a zone', 422, 'submittedAt', { body: json({ submittedAt: '2026-11-20T15:04:05' }) }],
  [
    'a time that has not come',
    422,
    'submittedAt',
    { body: json({ submittedAt: new Date(Date.now() + 600_000).toISOString() }) },
  ],
  ['an attribute that is no text', 422, 'attributes.order', { body: json({ attributes: { order: 77 } }) }],
  ['an empty externalId', 422, 'externalId', { body: json({ externalId: '' }) }],
  ['a key with a space', 422, 'Idempotency-Key', { body: json({}), headers: { 'idempotency-key': 'a b' } }],
  ['a key of 256', 422, 'Idempotency-Key', { body: json({}), headers: { 'idempotency-key': 'a'.repeat(256) } }],
  [
    'a form',
    415,
    null,
    { body: 'survey=nps&score=3', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  ['plain text', 415, null, { body: json({}), headers: { 'content-type': 'text/plain' } }],
  ['compressed', 415, null, { body: json({}), headers: { 'content-encoding': 'gzip' } }],
  ['too large', 413, null, { body: json({ comment: 'a'.repeat(400_000) }) }],
  ['an unknown address', 404, null, { body: json({}), path: '/answers' }],
  ['a method that is not there', 405, null, { method: 'DELETE' }],
  ['an empty batch', 422, 'responses', { path: '/responses/batch', body: '{"responses":[]}' }],
  [
    'a batch of 1,001',
    422,
    'responses',
    { path: '/responses/batch', body: JSON.stringify({ responses: Array.from({ length: 1_001 }, () => good) }) },
  ],
]

for (const [name, status, blamed, sent] of cases) {
  test(`${name}: ${status}${blamed === null ? '' : ` that names «${blamed || 'the body'}»`}, and nothing is stored`, async () => {
    const before = counted()
    const answer = await send(sent)
    const problem = (await answer.json()) as {
      status: number
      title: string
      detail: string
      errors?: { path: string }[]
    }
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(problem).toMatchObject({ status })
    if (blamed !== null) expect(problem.errors?.map((error) => error.path)).toContain(blamed)
    expect(counted()).toEqual(before)
  })
}

test('a batch keeps its good rows whatever the others are', async () => {
  const answer = await send({
    path: '/responses/batch',
    body: JSON.stringify({
      responses: [good, { survey: 'nps', score: 12 }, { survey: 'nada', score: 1 }, { ...good, score: 10 }],
    }),
  })
  const { results } = (await answer.json()) as { results: { status: number; errors?: { path: string }[] }[] }
  expect(results.map((result) => result.status)).toEqual([201, 422, 422, 201])
  expect(results[1]?.errors?.[0]?.path).toBe('score')
  expect(results[2]?.errors?.[0]?.path).toBe('survey')
})

test('after all of it the server is the same process and takes a good answer with every code point as it was sent', async () => {
  const comment = '¡Ñandú! 🪑👨‍👩‍👧 é ≠ é — "comillas" \\ / \t fin'
  const answer = await send({ body: json({ comment, externalId: 'entero' }) })
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  const again = await send({ method: 'GET', path: `/responses/${id}` })
  expect(((await again.json()) as { comment: string }).comment).toBe(comment)
  expect(() => process.kill(server.pid, 0)).not.toThrow()
})

const form = (path: string, body: string | Uint8Array, type = 'application/x-www-form-urlencoded') =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : Buffer.from(body),
  })

test('a survey form without a score comes back as 422 with everything that was typed', async () => {
  const before = counted()
  const words = 'Llegó tarde y nadie avisó'
  const answer = await form('/s/nps', new URLSearchParams({ comment: words, email: 'ana@correo.mx' }).toString())
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(words)
  expect(html).toContain('ana@correo.mx')
  expect(counted()).toEqual(before)
})

test.describe('customers’ forms refuse what cannot be read and store nothing', () => {
  const forms: [string, number, string, string | Uint8Array, string?][] = [
    ['bad percent-encoding', 400, '/s/nps', 'score=3&comment=%ff%fe'],
    ['a NUL', 400, '/s/nps', 'score=3&comment=a%00b'],
    ['JSON', 415, '/s/nps', '{"score":3}', 'application/json'],
    ['an unknown survey', 404, '/s/nada', 'score=3'],
    ['a tampered token', 404, `/s/nps/${'0'.repeat(52)}`, 'score=3'],
    ['a tampered case', 404, `/t/${'0'.repeat(52)}`, 'text=hola'],
    ['a tampered unsubscribe link', 404, `/u/${'0'.repeat(52)}`, 'List-Unsubscribe=One-Click'],
    ['too much', 413, '/s/nps', `score=3&comment=${'a'.repeat(1_100_000)}`],
  ]
  for (const [name, status, path, body, type] of forms) {
    test(`${name}: ${status}`, async () => {
      const before = counted()
      expect((await form(path, body, type)).status).toBe(status)
      expect(counted()).toEqual(before)
    })
  }
})

test('GET and HEAD of every customer’s link change no row', async () => {
  const before = counted()
  for (const method of ['GET', 'HEAD']) {
    for (const path of [
      '/s/nps',
      '/s/nps?score=3',
      `/s/nps/${'0'.repeat(52)}?score=0`,
      `/t/${'0'.repeat(52)}`,
      `/u/${'0'.repeat(52)}`,
    ]) {
      const answer = await fetch(server.url + path, { method, redirect: 'manual' })
      await answer.arrayBuffer()
      expect(answer.status).toBeLessThan(500)
    }
  }
  expect(counted()).toEqual(before)
})
