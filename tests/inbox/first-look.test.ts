import { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { blobs, inbound, jobs, mailboxes, organization } from '@/db/schema'
import { mailboxState } from '@/lib/inbox'
import { startMailbox } from '@/lib/inbox/handlers'
import { after, days, hours, now } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { type Dovecot, openDovecot } from '../support/dovecot'
import { kept, mail, until } from './world'

let server: Dovecot
beforeAll(async () => {
  server = await openDovecot()
})
afterAll(() => server.close())

const company = (createdAt: Date) => ({
  ...{ id: 'org', name: 'Casa Lúa', country: 'MX', locale: 'es', timeZone: 'America/Mexico_City', currency: 'MXN' },
  ...{ formOfAddress: 'usted' as const, contactDefault: true, sample: false, createdAt, version: 1 },
})

beforeEach(async () => {
  process.env.IMAP_URL = server.url
  forget('env')
  await atomically((tx) => [
    ...[tx.delete(inbound), tx.delete(blobs), tx.delete(jobs), tx.delete(mailboxes), tx.delete(organization)],
    tx.insert(organization).values(company(after(now(), -hours(1)))),
  ])
})
afterEach(() => startMailbox().stop())

/** Puts mails into the mailbox that came at some instant. */
async function hadCome(words: string[], at: Date): Promise<void> {
  const { hostname: host, port, username, password } = new URL(server.url)
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  const client = new ImapFlow({ host, port: Number(port), secure: false, auth, logger: false })
  await client.connect()
  for (const each of words) await client.append('INBOX', mail(each), [], at)
  await client.logout()
}

const reads = async () => {
  const bytes = await db.select().from(blobs)
  const rows = await kept()
  return rows.map(({ sha256 }) => /carta \w+/.exec(String(bytes.find((one) => one.sha256 === sha256)?.bytes))?.[0])
}
const looked = () => until(async () => (await mailboxState(now()))[0]?.lastFetchAt != null)

test('the first look begins where the company began: old mail is nobody’s work, not even after the next connection', async () => {
  await hadCome(['carta uno', 'carta dos', 'carta tres'], after(now(), -days(400)))
  startMailbox()
  await looked()
  expect(await reads()).toEqual([])
  await hadCome(['carta cuatro'], now())
  await until(async () => (await kept()).length > 0)
  // Whatever comes after the first look is read, whatever its date: only UIDs count from here on.
  await hadCome(['carta cinco'], after(now(), -days(30)))
  await until(async () => (await kept()).length > 1)
  await startMailbox().stop()
  await hadCome(['carta seis'], now())
  startMailbox()
  await until(async () => (await kept()).length > 2)
  expect(await reads()).toEqual(['carta cuatro', 'carta cinco', 'carta seis'])
})

test('what came since the company stands is read by the first look, and numbered anew the old mail stays unread', async () => {
  startMailbox()
  await until(async () => (await kept()).length === 3)
  expect(await reads()).toEqual(['carta cuatro', 'carta cinco', 'carta seis'])
  const [before] = await db.select().from(mailboxes)
  await server.renumber()
  await until(async () => (await db.select().from(mailboxes))[0]?.uidValidity !== before?.uidValidity, 20_000)
  expect((await kept()).length).toBe(3)
})

test('without a company everything is read', async () => {
  await atomically((tx) => [tx.delete(organization)])
  startMailbox()
  await until(async () => (await kept()).length === 6)
})
