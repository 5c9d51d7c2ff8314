import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { breakers, events, jobs, letters, suppressions } from '@/db/schema'
import { drain } from '@/lib/jobs'
import { after, days, hours, minutes } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { breakerState, letFlow, queueLetter, suppress, suppressionOf, suppressionPage, trustAgain } from '@/lib/mail'
import { limitOf } from '@/lib/mail/breaker'
import { capOf } from '@/lib/mail/caps'
import { mailHandler, handlers as mailHandlers } from '@/lib/mail/handlers'
import { neverTo } from '@/lib/mail/never'
import { closeTransport } from '@/lib/mail/transport'
import { type Mailbox, openMailbox } from '../support/smtp'
import { plainDesk } from './world'

const at = new Date('2026-11-20T15:00:00Z')
const by = { kind: 'user', id: 'usr_1' } as const
const ticket = 'tic_06h00z6jvswfn4ypxr425c581w'
let box: Mailbox | null = null

function surround(more: Record<string, string | undefined>) {
  closeTransport()
  for (const name of ['env', 'mail.channel', 'mail.breaker']) forget(name)
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

beforeEach(async () => {
  await box?.close()
  box = null
  surround({ SMTP_URL: undefined, IMAP_URL: undefined, MAIL_FROM: undefined })
  await atomically((tx) => [
    tx.delete(letters),
    tx.delete(jobs),
    tx.delete(suppressions),
    tx.delete(events),
    tx.delete(breakers),
  ])
})
afterAll(async () => {
  closeTransport()
  await box?.close()
})

const write = (to: string, its: Partial<Parameters<typeof queueLetter>[0]> = {}, now = at) =>
  atomically(() => queueLetter({ kind: 'recovery', to, language: 'es', automatic: true, ...its }, now))
const stands = async () =>
  (await db.select().from(letters).orderBy(letters.id)).map(({ state, error }) => [state, error])
const run = (now = at) => drain([mailHandler(plainDesk().desks)], now)

test('a suppressed address gets nothing automatic and still gets what a person writes, until its 60 days are over', async () => {
  await atomically(() => [suppress('ana@example.com', 'bounced', at, null, { status: '5.1.1' })])
  await write('Ana@example.com')
  await write('Ana@example.com', { kind: 'reply', automatic: false })
  await run()
  expect(await stands()).toEqual([
    ['cancelled', 'suppressed'],
    ['sent', null],
  ])
  expect(await suppressionOf('ana@example.com', after(at, days(59)))).toMatchObject({ status: '5.1.1' })
  expect(await suppressionOf('ana@example.com', after(at, days(61)))).toBeNull()
  await write('ana@example.com', {}, after(at, days(61)))
  await run(after(at, days(61)))
  expect((await stands()).at(-1)).toEqual(['sent', null])
})

test('a person trusts an address anew before its time, and what has ended is forgotten by the hour', async () => {
  await atomically(() => [
    suppress('ana@example.com', 'bounced', at),
    suppress('eva@example.com', 'bounced', after(at, -days(61))),
  ])
  expect((await suppressionPage({ words: 'EXAMPLE' }, at)).data.map((one) => one.addressKey)).toEqual([
    'ana@example.com',
  ])
  await atomically((tx) => [tx.insert(jobs).values({ ...tidy, runAt: at, createdAt: at })])
  await drain(mailHandlers, at)
  expect(await db.$count(suppressions)).toBe(1)
  await trustAgain(by, 'ana@example.com', 'customer_says', at)
  await expect(trustAgain(by, 'ana@example.com', 'customer_says', at)).rejects.toMatchObject({
    code: 'suppression.unknown',
  })
  expect(JSON.stringify(await db.select().from(events))).not.toContain('ana@')
})
const tidy = { id: 'job_tidy', kind: 'mail.tidy', payload: {}, attempts: 0 }

test.each([
  ['hola@casa.mx', 'own_address'],
  ['HOLA+b123@casa.mx', 'own_address'],
  ['noreply@tienda.mx', 'no_reply_address'],
  ['no-reply+42@tienda.mx', 'no_reply_address'],
  ['MAILER-DAEMON@tienda.mx', 'no_reply_address'],
  ['postmaster@tienda.mx', 'no_reply_address'],
  ['noreplyes@tienda.mx', null],
  ['ana@casa.mx', null],
])('automatic mail to %s: %s', (address, reason) => {
  expect(neverTo(address, ['hola@casa.mx'])).toBe(reason)
})

test('our own addresses get nothing automatic: neither who writes nor the mailbox that is read, with whatever tag', async () => {
  surround({ MAIL_FROM: 'Casa <hola+*@casa.mx>', IMAP_URL: 'imaps://buzon%40casa.mx:x@imap.casa.mx' })
  for (const to of ['hola@casa.mx', 'hola+rx@casa.mx', 'Buzon@casa.mx', 'postmaster@otra.mx'])
    await write(to, { ticketId: ticket })
  await write('hola@casa.mx', { kind: 'reply', automatic: false })
  expect(await db.$count(jobs)).toBe(1)
  await run()
  expect((await stands()).map(([, error]) => error)).toEqual([
    'own_address',
    'own_address',
    'own_address',
    'no_reply_address',
    null,
  ])
  const told = await db.select().from(events).where(eq(events.kind, 'message.stopped'))
  expect(told.map(({ subjectId, payload }) => [subjectId, (payload as { reason: string }).reason])).toEqual([
    [ticket, 'own_address'],
    [ticket, 'own_address'],
    [ticket, 'own_address'],
    [ticket, 'no_reply_address'],
  ])
})

test('the caps: 3 in 10 minutes, 5 in 30 and 15 in 180 of one ticket, 10 in a day of all', () => {
  const ago = (...gone: number[]) =>
    gone.map((one) => ({ kind: 'summary' as const, ticketId: ticket, at: after(at, -minutes(one)) }))
  const cap = (earlier: ReturnType<typeof ago>) => capOf({ kind: 'recovery', ticketId: ticket }, earlier, at)
  expect(cap(ago(1, 2))).toBeNull()
  expect(cap(ago(1, 2, 9))).toBe('cap_ticket')
  expect(cap(ago(1, 2, 11))).toBeNull()
  expect(cap(ago(1, 2, 11, 20, 29))).toBe('cap_ticket')
  expect(cap(ago(40, 50, 60, 70, 80, 90, 100, 110, 120))).toBeNull()
  expect(cap(ago(40, 50, 60, 70, 80, 90, 100, 110, 120, 130))).toBe('cap_total')
  const other = { kind: 'recovery' as const, ticketId: 'tic_other' }
  expect(capOf(other, ago(1, 2, 3), at)).toBeNull()
  expect(capOf(other, ago(...Array.from({ length: 10 }, (_, n) => n * 140)), at)).toBe('cap_total')
  const answer = { kind: 'acknowledgement' as const, ticketId: ticket, at: after(at, -hours(23)) }
  expect(capOf({ ...answer, ticketId: 'tic_other' }, [answer], at)).toBe('recent')
  expect(capOf(answer, [{ ...answer, at: after(at, -hours(25)) }], at)).toBeNull()
})

test('forty letters about one ticket at once: three leave, the others are stopped by name, a person goes on writing', async () => {
  await Promise.all(
    Array.from({ length: 40 }, () => write('ana@example.com', { ticketId: ticket, customerId: 'cus_1' })),
  )
  await write('ana@example.com', { ticketId: ticket, customerId: 'cus_1', kind: 'reply', automatic: false })
  await run()
  const all = await stands()
  expect(all.filter(([state]) => state === 'sent').length).toBe(4)
  expect(all.filter(([, error]) => error === 'cap_ticket').length).toBe(37)
})

test('two automatic answers to one person in the same instant, spelt in two ways: one leaves', async () => {
  for (const to of ['Ana@example.com', 'ana@example.com'])
    await write(to, { kind: 'acknowledgement', customerId: 'cus_1' })
  await run()
  expect((await stands()).map(([, error]) => error).sort()).toEqual([null, 'recent'].sort())
})

test('the breaker: 60 a minute, or ten times the median minute of the last hour', () => {
  expect(limitOf([])).toBe(60)
  expect(limitOf([0, 0, 500])).toBe(60)
  expect(limitOf([7, 8, 9])).toBe(80)
})

test('too many automatic answers in a minute stop all automatic mail, never a person’s, until it calms', async () => {
  box = await openMailbox()
  surround({ SMTP_URL: box.url })
  for (let n = 0; n < 80; n++) await write(`ok-${n}@example.com`, { kind: 'acknowledgement' })
  await write('ok-human@example.com', { kind: 'reply', automatic: false })
  await write('ok-asked@example.com', { kind: 'invitation' })
  await run()
  expect(box.kept.filter(({ to }) => /^ok-\d/.test(to)).length).toBe(60)
  expect(box.copiesFor('ok-human@example.com').length).toBe(1)
  expect(box.copiesFor('ok-asked@example.com').length).toBe(0)
  expect(await breakerState()).toMatchObject({ trippedAt: expect.any(Date), sent: 60 })
  const waiting = (await stands()).filter(([, error]) => error === 'breaker')
  expect(waiting.map(([state]) => state)).toEqual(Array(21).fill('queued'))
  expect((await db.select().from(events).where(eq(events.kind, 'mail.tripped'))).length).toBe(1)
  await run(after(at, minutes(3)))
  expect(box.kept.length).toBe(61)
  await run(after(at, minutes(6)))
  expect(box.kept.length).toBe(82)
  expect((await breakerState()).trippedAt).toBeNull()
})

test('a person who looked lets automatic mail flow, and it does not trip at once again', async () => {
  box = await openMailbox()
  surround({ SMTP_URL: box.url })
  for (let n = 0; n < 150; n++) await write(`ok-${n}@example.com`, { kind: 'acknowledgement' })
  await run()
  expect(box.kept.length).toBe(60)
  await letFlow(by, after(at, minutes(1)))
  await run(after(at, minutes(2)))
  expect(box.kept.length).toBe(150)
  expect((await db.select().from(events).where(eq(events.kind, 'mail.resumed')))[0]?.actorId).toBe('usr_1')
})
