import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { events, jobs, letters, suppressions } from '@/db/schema'
import { drain } from '@/lib/jobs'
import { after, days, hours, minutes } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { cancelLetter, mailState, queueLetter, retryLetter } from '@/lib/mail'
import { mailHandler } from '@/lib/mail/handlers'
import { closeTransport } from '@/lib/mail/transport'
import { type Mailbox, openMailbox } from '../support/smtp'
import { plainDesk } from './world'

const at = new Date('2026-11-20T15:00:00Z')
const by = { kind: 'user', id: 'usr_1' } as const
let box: Mailbox | null = null

/** Sends through `url` from here on; null is the preview outbox. */
function through(url: string | null) {
  closeTransport()
  forget('env')
  forget('mail.channel')
  if (url) process.env.SMTP_URL = `${url}?socketTimeout=700`
  else delete process.env.SMTP_URL
}

async function open(options: Parameters<typeof openMailbox>[0] = {}) {
  await box?.close()
  box = await openMailbox(options)
  through(box.url)
  return box
}

const write = (to: string, automatic = true) =>
  atomically(() => queueLetter({ kind: automatic ? 'acknowledgement' : 'reply', to, language: 'es', automatic }, at))

const letterTo = async (to: string) => {
  const [row] = await db.select().from(letters).where(eq(letters.toAddress, to))
  if (!row) throw new Error(`no letter to ${to}`)
  return row
}

beforeEach(async () => {
  through(null)
  await atomically((tx) => [tx.delete(letters), tx.delete(jobs), tx.delete(suppressions), tx.delete(events)])
})
afterAll(async () => {
  closeTransport()
  await box?.close()
})

test('without SMTP_URL a letter lands in the preview outbox with all its words and bytes', async () => {
  const { desks, seen } = plainDesk()
  await write('ana@example.com')
  await drain([mailHandler(desks)], at)
  const letter = await letterTo('ana@example.com')
  expect(letter).toMatchObject({ state: 'sent', via: 'preview', sentAt: at, attempts: 1 })
  expect(letter.raw).toContain('Auto-Submitted: auto-generated')
  expect(letter.text).toContain('Buenas tardes')
  expect(seen.sent).toEqual([letter.id])
  expect(await mailState()).toEqual({ kind: 'preview' })
})

test('a letter that a server takes is sent, with the bytes that are stored', async () => {
  const { copiesFor } = await open()
  const { desks } = plainDesk()
  await write('ok@example.com')
  await drain([mailHandler(desks)], at)
  const letter = await letterTo('ok@example.com')
  expect(letter).toMatchObject({ state: 'sent', via: 'smtp', answerCode: 250 })
  const [copy] = copiesFor('ok@example.com')
  expect(copy?.raw.replaceAll('\r\n', '\n').trimEnd()).toBe(letter.raw?.replaceAll('\r\n', '\n').trimEnd())
  expect(copy?.messageId).toBe(letter.messageId)
  expect(letter.messageId).toMatch(/^<t0\.m[0-9a-z]{26}\.[a-z0-9]+\.[0-9a-z]{16}@lazo\.test>$/)
})

test('what no longer holds at the moment of sending is not sent, and says why', async () => {
  const { copiesFor } = await open()
  const { desks, makeUntrue, seen } = plainDesk()
  makeUntrue('reopened')
  await write('ok@example.com')
  await drain([mailHandler(desks)], at)
  expect(await letterTo('ok@example.com')).toMatchObject({ state: 'cancelled', error: 'reopened' })
  expect([copiesFor('ok@example.com').length, seen.words]).toEqual([0, 0])
})

test('450, 451 and 421 come back on the timetable until the server takes them, as one copy', async () => {
  const { healed, copiesFor } = await open()
  const { desks } = plainDesk()
  const names = ['rcpt450@example.com', 'data451@example.com', 'rcpt421@example.com']
  for (const name of names) await write(name)
  await drain([mailHandler(desks)], at)
  for (const name of names) {
    const letter = await letterTo(name)
    expect(letter).toMatchObject({ state: 'queued', attempts: 1, error: 'temporary' })
    expect(letter.notBefore.getTime() - at.getTime()).toBeGreaterThanOrEqual(minutes(1))
    expect(letter.error).not.toContain('secret')
  }
  await drain([mailHandler(desks)], after(at, minutes(2)))
  for (const name of names) healed.add(name)
  await drain([mailHandler(desks)], after(at, minutes(4)))
  expect((await letterTo(names[0] ?? '')).attempts).toBe(2)
  await drain([mailHandler(desks)], after(at, minutes(9)))
  for (const name of names) {
    expect(await letterTo(name)).toMatchObject({ state: 'sent', attempts: 3, error: null })
    expect(copiesFor(name).length).toBe(1)
  }
})

test('a server that refuses for four days ends as failed, where a person sees it', async () => {
  await open()
  const { desks, seen } = plainDesk()
  await write('rcpt450@example.com')
  for (let hour = 0; hour < 24 * 5; hour++) await drain([mailHandler(desks)], after(at, hours(hour) + minutes(hour)))
  const letter = await letterTo('rcpt450@example.com')
  expect(letter).toMatchObject({ state: 'failed', error: 'too_long', attempts: 13 })
  expect(letter.updatedAt.getTime() - at.getTime()).toBeLessThan(days(5))
  expect(seen.failed).toEqual([letter.id])
})

test('an address that does not exist fails at once and gets nothing automatic any more, until a person tries again', async () => {
  const { healed, copiesFor } = await open()
  const { desks } = plainDesk()
  await write('rcpt550@example.com')
  await drain([mailHandler(desks)], at)
  const letter = await letterTo('rcpt550@example.com')
  expect(letter).toMatchObject({ state: 'failed', error: 'rejected_address', answerCode: 550 })
  expect((await db.select().from(events)).map(({ kind, announced }) => [kind, announced])).toEqual([
    ['message.failed', true],
  ])
  await write('rcpt550@example.com')
  await drain([mailHandler(desks)], after(at, 1_000))
  expect((await db.select().from(letters)).map(({ error }) => error).sort()).toEqual(['rejected_address', 'suppressed'])
  healed.add('rcpt550@example.com')
  await retryLetter(by, letter.id, after(at, minutes(1)))
  await drain([mailHandler(desks)], after(at, minutes(1)))
  expect(copiesFor('rcpt550@example.com').map(({ messageId }) => messageId)).toEqual([letter.messageId])
})

test('554 after the message and a refusal by policy fail without blaming the address', async () => {
  await open()
  const { desks } = plainDesk()
  await write('data554@example.com')
  await write('policy550@example.com')
  await drain([mailHandler(desks)], at)
  for (const name of ['data554@example.com', 'policy550@example.com'])
    expect(await letterTo(name)).toMatchObject({ state: 'failed', error: 'rejected_message' })
  expect(await db.$count(suppressions)).toBe(0)
})

test('without an answer to the message it goes out once more after fifteen minutes, the same bytes, and then fails', async () => {
  const { copiesFor } = await open()
  const { desks } = plainDesk()
  const names = ['dropbefore@example.com', 'dropafter@example.com', 'hang@example.com']
  for (const name of names) await write(name)
  await drain([mailHandler(desks)], at)
  for (const name of names) expect(await letterTo(name)).toMatchObject({ state: 'unknown', error: 'unknown_outcome' })
  await drain([mailHandler(desks)], after(at, minutes(10)))
  expect(copiesFor('dropafter@example.com').length).toBe(1)
  await drain([mailHandler(desks)], after(at, minutes(17)))
  for (const name of names) expect(await letterTo(name)).toMatchObject({ state: 'failed', resent: true, attempts: 2 })
  await drain([mailHandler(desks)], after(at, days(1)))
  const copies = copiesFor('dropafter@example.com')
  expect([copies.length, new Set(copies.map(({ sha }) => sha)).size]).toEqual([2, 1])
  expect(copiesFor('dropbefore@example.com').length).toBe(0)
})

test('what was sent again without an outcome is never sent a third time, not even after a server that could not be reached', async () => {
  const { copiesFor, url } = await open()
  const { desks } = plainDesk()
  const [to, sender] = ['dropafter@example.com', mailHandler(desks)]
  await write(to)
  await drain([sender], at)
  expect(await letterTo(to)).toMatchObject({ state: 'unknown', resent: false })
  through('smtp://127.0.0.1:1')
  await drain([sender], after(at, minutes(16)))
  expect(await letterTo(to)).toMatchObject({ state: 'queued', error: 'unreachable_server', resent: true })
  through(url)
  for (const later of [hours(1), hours(2), days(1)]) await drain([sender], after(at, later))
  expect(await letterTo(to)).toMatchObject({ state: 'failed', error: 'unknown_outcome' })
  expect(copiesFor(to).length).toBe(2)
})

test('a wrong password pauses the channel, uses up no attempt, and all goes out once it is right', async () => {
  const mailbox = await open({ users: { lazo: 'open-sesame' } })
  mailbox.locked = true
  through(`smtp://lazo:open-sesame@127.0.0.1:${mailbox.port}`)
  const { desks } = plainDesk()
  await write('ok-1@example.com')
  await write('ok-2@example.com')
  await drain([mailHandler(desks)], at)
  const waiting = await db.select().from(letters)
  expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['queued', 0],
    ['queued', 0],
  ])
  expect(await mailState()).toMatchObject({ kind: 'paused', reason: 'auth', since: at })
  expect(JSON.stringify(waiting)).not.toContain('open-sesame')
  mailbox.locked = false
  await drain([mailHandler(desks)], after(at, minutes(6)))
  expect((await db.select().from(letters)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(await mailState()).toEqual({ kind: 'fine' })
})

test('a letter found being sent after a crash is without outcome: once more, the same Message-ID', async () => {
  const { copiesFor } = await open()
  const { desks } = plainDesk()
  await write('ok@example.com')
  await drain([mailHandler(desks)], at)
  const sent = await letterTo('ok@example.com')
  // The process died between the 250 and its own list.
  await atomically((tx) => [
    tx.update(letters).set({ state: 'sending', sentAt: null, updatedAt: at }),
    tx.update(jobs).set({ doneAt: null, lease: null, leasedUntil: null }),
  ])
  await drain([mailHandler(desks)], after(at, minutes(5)))
  expect((await letterTo('ok@example.com')).state).toBe('sending')
  await drain([mailHandler(desks)], after(at, minutes(16)))
  expect(await letterTo('ok@example.com')).toMatchObject({ state: 'sent', resent: true })
  expect(copiesFor('ok@example.com').map(({ messageId }) => messageId)).toEqual([sent.messageId, sent.messageId])
})

test('a letter that has not left can be called back, one that has left cannot', async () => {
  const { desks } = plainDesk()
  await write('ana@example.com')
  const { id } = await letterTo('ana@example.com')
  await cancelLetter(by, id, at)
  await drain([mailHandler(desks)], at)
  expect((await letterTo('ana@example.com')).state).toBe('cancelled')
  await expect(cancelLetter(by, id, at)).rejects.toMatchObject({ code: 'letter.stale' })
})

test('a letter that nobody can write ends as failed', async () => {
  await write('ana@example.com')
  for (let turn = 0; turn < 6; turn++) await drain([mailHandler({})], after(at, hours(turn)))
  expect(await letterTo('ana@example.com')).toMatchObject({ state: 'failed', error: 'unwritable' })
})
