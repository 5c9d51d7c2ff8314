import { request as call, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { blobs, inbound, jobs } from '@/db/schema'
import { listener } from '@/lib/cli/serve/listener'
import { createKey } from '@/lib/identity'
import { forget } from '@/lib/kit/once'
import { sha256 } from '@/lib/kit/seal'
import { foundWorld, friday } from '../support/world'
import { kept, mail } from './world'

let server: Server
let port = 0
const keys: Record<string, string> = {}
beforeAll(async () => {
  const { admin } = await foundWorld()
  for (const [name, scopes, rate] of [
    ['mail', ['mail:write'], 1_000],
    ['other', ['tickets:read'], 1_000],
    ['slow', ['mail:write'], 1],
  ] as const)
    keys[name] = (await createKey(admin, { name, scopes: [...scopes], rate }, friday)).key
  server = createServer(listener(async (_, response) => void response.writeHead(404).end(), false))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(async () => {
  forget('rates')
  await atomically((tx) => [inbound, blobs, jobs].map((table) => tx.delete(table)))
})

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer }
type Got = {
  status: number
  type: string
  body: { id?: string; type?: string; status?: number; errors?: { path: string }[] }
}

/** What a program sends when nothing is wrong with it. */
function post({
  method = 'POST',
  path = '/api/inbound/mail',
  headers = {},
  body = mail('por http'),
}: Sent = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'message/rfc822', authorization: `Bearer ${keys.mail}`, ...headers }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    const sent = call({ port, method, path, headers: given, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: text ? JSON.parse(text) : {},
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const form = (fields: Record<string, string | Buffer>) => {
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    Buffer.from(`--=x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from('--=x--\r\n')])
}
const asForm = { 'content-type': 'multipart/form-data; boundary="=x"' }

test('a raw mail is taken with 202 and its id once it is stored, byte for byte; again it is the same', async () => {
  const raw = Buffer.from([...Buffer.from(mail('crudo')), 0xff, 0x00, 0xa0])
  const headers = { 'x-envelope-from': '<>', 'x-envelope-to': '<hola+tag@casa.example>, otra@casa.example' }
  const first = await post({ headers, body: raw })
  expect(first).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^inb_/) } })
  expect(await post({ headers, body: raw })).toMatchObject({ status: 202, body: { id: first.body.id } })
  const [row] = await kept()
  expect(row).toMatchObject({
    id: first.body.id,
    source: 'http',
    sha256: sha256(raw),
    envelopeFrom: '',
    envelopeTo: ['hola+tag@casa.example', 'otra@casa.example'],
  })
  expect([await db.$count(inbound), await db.$count(jobs)]).toEqual([1, 1])
})

test('the raw posts of SendGrid and Mailgun are understood, with what they know of the envelope', async () => {
  const latin = Buffer.from([...Buffer.from(mail('uno')), 0xe1, 0xe9])
  const envelope = JSON.stringify({ from: 'ana@correo.example', to: ['hola@casa.example'] })
  expect(await post({ headers: asForm, body: form({ to: 'x', email: latin, envelope }) })).toMatchObject({
    status: 202,
  })
  const mailgun = form({ sender: 'eva@correo.example', recipient: 'hola@casa.example', 'body-mime': mail('dos') })
  expect(await post({ headers: asForm, body: mailgun })).toMatchObject({ status: 202 })
  expect((await kept()).map(({ envelopeFrom, envelopeTo, sha256: sha }) => [envelopeFrom, envelopeTo, sha])).toEqual([
    ['ana@correo.example', ['hola@casa.example'], sha256(latin)],
    ['eva@correo.example', ['hola@casa.example'], sha256(mail('dos'))],
  ])
})

/** What is wrong, and how it is answered: status, code, and the field that is blamed. */
const bad: [string, () => Sent, number, string, string?][] = [
  ['no key', () => ({ headers: { authorization: '' } }), 401, 'identity.unauthenticated'],
  [
    'a key that is none',
    () => ({ headers: { authorization: `Bearer lazo_${'x'.repeat(32)}` } }),
    401,
    'identity.unauthenticated',
  ],
  [
    'a key by another scheme',
    () => ({ headers: { authorization: `Basic ${keys.mail}` } }),
    401,
    'identity.unauthenticated',
  ],
  [
    'a key in the address',
    () => ({ path: `/api/inbound/mail?key=${keys.mail}`, headers: { authorization: '' } }),
    401,
    'identity.unauthenticated',
  ],
  [
    'a key for something else',
    () => ({ headers: { authorization: `Bearer ${keys.other}` } }),
    403,
    'identity.forbidden',
  ],
  ['GET', () => ({ method: 'GET', body: '' }), 405, 'method.notAllowed'],
  ['PUT', () => ({ method: 'PUT' }), 405, 'method.notAllowed'],
  ['JSON', () => ({ headers: { 'content-type': 'application/json' }, body: '{}' }), 415, 'input.contentType'],
  ['no content type', () => ({ headers: { 'content-type': '' } }), 415, 'input.contentType'],
  ['a compressed mail', () => ({ headers: { 'content-encoding': 'gzip' } }), 415, 'input.contentType'],
  [
    'an encoded form',
    () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'email=x' }),
    415,
    'input.contentType',
  ],
  ['nothing', () => ({ body: '' }), 422, 'input.invalid', 'body'],
  ['a page', () => ({ body: '<html><body>hola</body></html>' }), 422, 'input.invalid', 'body'],
  ['words without a header', () => ({ body: 'hola, soy Ana' }), 422, 'input.invalid', 'body'],
  [
    'a sender that is no address',
    () => ({ headers: { 'x-envelope-from': 'ana' } }),
    422,
    'input.invalid',
    'X-Envelope-From',
  ],
  [
    'a recipient that is no address',
    () => ({ headers: { 'x-envelope-to': 'hola@casa.example, <script>' } }),
    422,
    'input.invalid',
    'X-Envelope-To',
  ],
  [
    '201 recipients',
    () => ({ headers: { 'x-envelope-to': Array(201).fill('a@b.mx').join(',') } }),
    422,
    'input.invalid',
    'X-Envelope-To',
  ],
  ['a form without its mail', () => ({ headers: asForm, body: form({ subject: 'x' }) }), 422, 'input.invalid', 'email'],
  [
    'an envelope that is no JSON',
    () => ({ headers: asForm, body: form({ email: mail('x'), envelope: '{' }) }),
    422,
    'input.invalid',
    'envelope',
  ],
  [
    'a form that ends early',
    () => ({ headers: asForm, body: '--=x\r\nContent-Disposition: form-data; name="email"\r\n\r\nFrom: a' }),
    400,
    'input.malformed',
  ],
  [
    'a form without a boundary',
    () => ({ headers: { 'content-type': 'multipart/form-data; x=1' } }),
    400,
    'input.malformed',
  ],
  ['36 MB', () => ({ body: Buffer.alloc(36 * 1_048_576, 'x') }), 413, 'input.tooLarge'],
]

test.each(bad)('%s is refused by its code, and nothing is kept', async (_, sent, status, code, path) => {
  const got = await post(sent())
  expect(got).toMatchObject({ status, type: 'application/problem+json', body: { status, type: `urn:lazo:${code}` } })
  if (path) expect(got.body.errors?.[0]?.path).toBe(path)
  expect(await db.$count(inbound)).toBe(0)
})

test('more than a key may send is refused with 429, and can be sent again', async () => {
  const headers = { authorization: `Bearer ${keys.slow}` }
  expect((await post({ headers, body: mail('a') })).status).toBe(202)
  expect((await post({ headers, body: mail('b') })).status).toBe(429)
  forget('rates')
  expect((await post({ headers, body: mail('b') })).status).toBe(202)
})
