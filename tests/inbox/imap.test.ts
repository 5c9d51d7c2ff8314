import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { blobs, inbound, jobs, mailboxes } from '@/db/schema'
import { mailboxState } from '@/lib/inbox'
import { startMailbox } from '@/lib/inbox/handlers'
import { takeMailbox } from '@/lib/inbox/imap/lease'
import { backoff } from '@/lib/inbox/imap/mailbox'
import { mailboxOf } from '@/lib/inbox/mailbox-url'
import { after, minutes, now } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { type Dovecot, openDovecot } from '../support/dovecot'
import { kept, mail, until } from './world'

let server: Dovecot
const name = () => {
  const box = mailboxOf(server.url)
  return 'name' in box ? box.name : ''
}

beforeAll(async () => {
  server = await openDovecot()
})
afterAll(() => server.close())

beforeEach(async () => {
  process.env.IMAP_URL = server.url
  forget('env')
  await atomically((tx) => [tx.delete(inbound), tx.delete(blobs), tx.delete(jobs), tx.delete(mailboxes)])
})
afterEach(() => startMailbox().stop())

const keptCount = () => db.$count(inbound)

test('a mail is kept within seconds of its arrival, byte for byte, and nothing in the mailbox is marked', async () => {
  startMailbox()
  await until(async () => (await mailboxState(now()))[0]?.lastFetchAt !== null)
  const before = await keptCount()
  const raw = mail('llegó tarde otra vez')
  const began = Date.now()
  server.deliver(raw)
  await until(async () => (await keptCount()) > before)
  expect(Date.now() - began).toBeLessThan(5_000)
  const row = (await kept()).at(-1)
  expect(row).toMatchObject({ source: 'imap', mailbox: name(), state: 'received', size: Buffer.byteLength(raw) })
  const [blob] = await db
    .select()
    .from(blobs)
    .where(eq(blobs.sha256, row?.sha256 ?? ''))
  expect(blob?.bytes.toString('utf8')).toBe(raw)
  expect(await db.$count(jobs, eq(jobs.kind, 'inbox.read'))).toBe(await keptCount())
  expect((await mailboxState(now()))[0]).toMatchObject({ error: null, failingSince: null, alarm: false })
  expect(server.marked()).toBe(0)
})

test('what came while nobody read, and while the server was away, is there afterwards, once', async () => {
  for (let n = 0; n < 5; n++) server.deliver(mail(`antes ${n}`))
  startMailbox()
  await until(async () => (await keptCount()) >= 5)
  const before = await keptCount()
  await server.stop()
  await until(async () => (await mailboxState(now()))[0]?.error === 'unreachable')
  for (let n = 0; n < 5; n++) server.deliver(mail(`mientras ${n}`))
  await server.start()
  await until(async () => (await keptCount()) >= before + 5, 20_000)
  expect(await keptCount()).toBe(before + 5)
  expect((await mailboxState(now()))[0]).toMatchObject({ error: null, failingSince: null })
})

test('a mailbox that numbers its mail anew is read from its beginning, and no mail comes twice', async () => {
  startMailbox()
  await until(async () => (await mailboxState(now()))[0]?.lastFetchAt !== null)
  server.deliver(mail('antes de la mudanza'))
  const before = await keptCount()
  await until(async () => (await keptCount()) > before)
  const [old] = await db.select().from(mailboxes)
  const all = await keptCount()
  await server.renumber()
  server.deliver(mail('después de la mudanza'))
  await until(async () => (await keptCount()) > all, 20_000)
  await until(async () => (await db.select().from(mailboxes))[0]?.uidValidity !== old?.uidValidity)
  expect(await keptCount()).toBe(all + 1)
})

test('a wrong password is said by a code, without a secret, and the server is not asked again for minutes', async () => {
  process.env.IMAP_URL = server.url.replace(/:[^:@]*@/, ':otra@')
  forget('env')
  startMailbox()
  await until(async () => (await mailboxState(now()))[0]?.error === 'auth')
  const [row] = await db.select().from(mailboxes)
  expect(JSON.stringify(row)).not.toContain('otra')
  expect(row?.failingSince).not.toBeNull()
  const since = row?.failingSince ?? now()
  expect((await mailboxState(after(since, minutes(14))))[0]?.alarm).toBe(false)
  expect((await mailboxState(after(since, minutes(16))))[0]?.alarm).toBe(true)
  expect(backoff('auth', 1)).toBeGreaterThan(minutes(4))
  expect(backoff('unreachable', 1)).toBeLessThan(2_000)
  expect(backoff('unreachable', 30)).toBeLessThan(minutes(2))
})

test('of two processes one reads, until it gives the mailbox back or falls silent', async () => {
  const at = now()
  const lease = await takeMailbox(name(), at)
  expect(lease).not.toBeNull()
  expect(await takeMailbox(name(), after(at, 1_000))).toBeNull()
  expect(await takeMailbox(name(), after(at, minutes(2)))).not.toBeNull()
})

test('a mail that is too large is kept as far as it goes, and waits for a person', async () => {
  startMailbox()
  const large = mail('enorme', 'X-Big: 1\r\n') + 'x'.repeat(76).concat('\r\n').repeat(490_000)
  server.deliver(large)
  server.deliver(mail('el siguiente'))
  await until(async () => (await kept()).some(({ state }) => state === 'unreadable'), 20_000)
  const row = (await kept()).find(({ state }) => state === 'unreadable')
  expect(row).toMatchObject({ error: 'too_large', size: large.length })
  const [blob] = await db
    .select({ size: blobs.size })
    .from(blobs)
    .where(eq(blobs.sha256, row?.sha256 ?? ''))
  expect(blob?.size).toBe(262_144)
  await until(async () => (await db.$count(jobs)) === (await keptCount()) - 1)
})

test('an address that cannot be understood is said, and no process stumbles over it', async () => {
  expect(mailboxOf('imap://nobody-without-user/')).toEqual({ error: 'address' })
  expect(
    mailboxOf('imaps://ana%40casa.mx:a%2Fb%40c@mx.casa.mx:1993/Soporte%2FRespuestas?auth=xoauth2&authserv=MX1'),
  ).toMatchObject({
    name: 'ana@casa.mx@mx.casa.mx/Soporte/Respuestas',
    port: 1993,
    secure: true,
    password: 'a/b@c',
    token: true,
    authserv: 'mx1',
  })
  expect(mailboxOf('imap://a:b@localhost')).toMatchObject({ folder: 'INBOX', port: 143, secure: false, loopback: true })
})
