import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { letters } from '@/db/schema'
import { drain } from '@/lib/jobs'
import { after, minutes } from '@/lib/kit/clock'
import { parse } from '@/lib/kit/env'
import { forget } from '@/lib/kit/once'
import { queueLetter } from '@/lib/mail'
import { mailHandler } from '@/lib/mail/handlers'
import { closeTransport } from '@/lib/mail/transport'
import { type Mailbox, openMailbox } from '../support/smtp'
import { plainDesk } from './world'

const at = new Date('2026-11-20T15:00:00Z')
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let box: Mailbox

beforeAll(async () => {
  box = await openMailbox()
  const file = join(mkdtempSync(join(tmpdir(), 'lazo-dkim-')), 'key.pem')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  Object.assign(process.env, {
    SMTP_URL: `${box.url}?socketTimeout=700`,
    MAIL_FROM: 'Casa Lúa <hola+*@casa-lua.mx>',
    DKIM_DOMAIN: 'casa-lua.mx',
    DKIM_SELECTOR: 'lazo',
    DKIM_KEY_FILE: file,
  })
  forget('env')
})
afterAll(async () => {
  closeTransport()
  await box.close()
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'])
    delete process.env[name]
})

test('a signed letter verifies by hand as the server got it, and its signature covers both list headers', async () => {
  const raw = await arrived('ok@example.com')
  const { tags, valid, bodyValid } = verified(raw)
  const covered = (tags.h ?? '').toLowerCase().split(':')
  for (const name of ['from', 'subject', 'date', 'message-id', 'reply-to', 'list-unsubscribe', 'list-unsubscribe-post'])
    expect(covered).toContain(name)
  expect([tags.d, tags.s, tags.a]).toEqual(['casa-lua.mx', 'lazo', 'rsa-sha256'])
  expect([bodyValid, valid]).toEqual([true, true])
})

test('a changed way out, subject or word breaks the signature: the check is not blind', async () => {
  const raw = await arrived('ok-2@example.com')
  expect(verified(raw.replace('One-Click', 'Two-Click')).valid).toBe(false)
  expect(verified(raw.replace(/^List-Unsubscribe:.*$/m, 'List-Unsubscribe: <https://evil.test/>')).valid).toBe(false)
  expect(verified(raw.replace('Buenas', 'Malas')).bodyValid).toBe(false)
})

test('signed bytes stay the same from one attempt to the next', async () => {
  await write('dropafter@example.com')
  await drain([mailHandler(plainDesk().desks)], at)
  await drain([mailHandler(plainDesk().desks)], after(at, minutes(17)))
  const copies = box.copiesFor('dropafter@example.com')
  expect([copies.length, new Set(copies.map(({ sha }) => sha)).size]).toEqual([2, 1])
  expect(copies.map(({ raw }) => verified(raw).valid)).toEqual([true, true])
  expect((await db.select().from(letters)).every(({ raw }) => raw?.startsWith('DKIM-Signature:'))).toBe(true)
})

test('a key that cannot be read, or two names of three, stop the start with one line', () => {
  const given = { LAZO_SECRET: 'x'.repeat(40), DKIM_DOMAIN: 'casa.mx', DKIM_SELECTOR: 'lazo' }
  expect(() => parse(given)).toThrow('all three or none')
  expect(() => parse({ ...given, DKIM_KEY_FILE: '/nowhere.pem' })).toThrow(/^DKIM_KEY_FILE: /)
  expect(parse({ LAZO_SECRET: 'x'.repeat(40) }).dkim).toBeNull()
})

const write = (to: string) =>
  atomically(() => queueLetter({ kind: 'recovery', to, language: 'es', automatic: true }, at))

async function arrived(to: string): Promise<string> {
  await write(to)
  await drain([mailHandler(plainDesk().desks)], at)
  return box.copiesFor(to)[0]?.raw ?? ''
}

/** RFC 6376, relaxed/relaxed, by hand. */
function verified(raw: string) {
  const split = raw.indexOf('\r\n\r\n')
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/)
  const body = raw.slice(split + 4)
  const own = fields.find((field) => /^dkim-signature:/i.test(field)) ?? ''
  const tags = Object.fromEntries(
    own
      .slice(own.indexOf(':') + 1)
      .split(';')
      .map((tag) => tag.trim().split(/=(.*)/s))
      .map(([name = '', value = '']) => [name, value.replace(/\s+/g, '')]),
  ) as Record<string, string>
  const rest = [...fields].reverse()
  const chosen = (tags.h ?? '').split(':').flatMap((name) => {
    const place = rest.findIndex((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    return place < 0 ? [] : rest.splice(place, 1)
  })
  const text = [...chosen.map(relaxed), relaxed(own.replace(/(\bb=)[^;]*/s, '$1'))].join('\r\n')
  const valid = createVerify('RSA-SHA256')
    .update(text)
    .verify(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), tags.b ?? '', 'base64')
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  const hash = createHash('sha256')
    .update(lines.length > 0 ? `${lines.join('\r\n')}\r\n` : '')
    .digest('base64')
  return { tags, valid, bodyValid: hash === tags.bh }
}

function relaxed(field: string): string {
  const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(field) ?? []
  const flat = value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ')
  return `${name.trim().toLowerCase()}:${flat.trim()}`
}
