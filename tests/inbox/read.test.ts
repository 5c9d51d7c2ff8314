import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { atomically, db, must } from '@/db'
import { attachments, blobs, bounces, inbound, jobs } from '@/db/schema'
import { type InboxDesk, inboundById, keep, rawOf, readAgain, unmatchedPage } from '@/lib/inbox'
import { closeReader, inboxHandler } from '@/lib/inbox/handlers'
import { drain } from '@/lib/jobs'
import { after, minutes } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { Refusal } from '@/lib/kit/refusal'
import { fixture, letterId } from './fixture'
import { kept, mail } from './world'

const at = new Date('2026-11-20T15:00:00Z')
afterAll(closeReader)
beforeEach(async () => {
  forget('rates')
  await atomically((tx) => [inbound, blobs, jobs, attachments, bounces].map((table) => tx.delete(table)))
})

/** A desk that puts every mail on one ticket, and leaves one row for each in its list. */
function plainDesk(before: (turn: number) => void = () => undefined) {
  const seen: string[] = []
  const desk: InboxDesk = {
    settle: async (read, { kind }, row) => {
      seen.push(row.id)
      before(seen.length)
      return {
        outcome: {
          state: 'settled',
          kind: kind === 'person' ? 'reply' : kind,
          ticketId: 'tic_1',
          messageRowId: 'msg_1',
        },
        build: (tx) => [
          tx
            .insert(bounces)
            .values({ id: row.id, addressKey: read.from?.address ?? '', severity: 'soft', at: row.receivedAt }),
        ],
      }
    },
  }
  return { desk, seen }
}

const arrive = (raw: string | Buffer, mailbox = 'http') =>
  keep({ source: 'http', mailbox, bytes: Buffer.from(raw), envelope: { from: 'ana@correo.example', to: [] } }, at)

const user = (role: 'lead' | 'agent') =>
  ({
    kind: 'user',
    id: 'usr_1',
    role,
    teams: [],
    name: 'L',
    locale: 'es',
    timeZone: 'UTC',
    sessionId: 'ses_1',
  }) as never

test('the same bytes by the same door are one mail, by another door another', async () => {
  const first = await arrive(mail('uno'))
  expect(await arrive(mail('uno'))).toEqual({ id: first.id, fresh: false })
  expect((await arrive(mail('uno'), 'otra')).fresh).toBe(true)
  expect([await db.$count(inbound), await db.$count(blobs), await db.$count(jobs)]).toEqual([2, 1, 2])
  expect((await rawOf(first.id))?.toString()).toBe(mail('uno'))
  await expect(arrive('')).rejects.toMatchObject({ code: 'inbound.empty' })
  await expect(arrive(Buffer.alloc(35 * 1_048_576 + 1, 'x'))).rejects.toMatchObject({ code: 'input.tooLarge' })
})

test('a mail is settled with its files and what the desk says in one list, once, however often it is asked', async () => {
  const { id } = await arrive(fixture('empty-with-file'))
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk)], at)
  expect(await inboundById(id)).toMatchObject({
    state: 'settled',
    kind: 'reply',
    ticketId: 'tic_1',
    messageRowId: 'msg_1',
    settledAt: at,
    subject: 'Re: Sobre su pedido',
    fromName: 'Ana Ruiz',
    error: null,
  })
  expect((await inboundById(id))?.trail).toEqual(['kept', 'read', 'tag_reply', 'person'])
  const [file] = await db.select().from(attachments)
  expect(file).toMatchObject({
    name: 'recibo.pdf',
    mediaType: 'application/pdf',
    ticketId: 'tic_1',
    messageRowId: 'msg_1',
    inboundId: id,
  })
  expect(await db.$count(blobs, eq(blobs.sha256, file?.sha256 ?? ''))).toBe(1)
  await atomically((tx) => [tx.update(jobs).set({ doneAt: null, leasedUntil: null })])
  await drain([inboxHandler(desk)], after(at, minutes(1)))
  expect(seen.length).toBe(1)
  expect(await db.$count(attachments)).toBe(1)
})

test('what refuses within the list undoes all of it; the desk is asked again, and nothing stands twice', async () => {
  await arrive(mail('con prisa'))
  const { desk, seen } = plainDesk()
  const stubborn: InboxDesk = {
    settle: async (...given) => {
      const { outcome, build } = await desk.settle(...given)
      const late = seen.length > 2
      return {
        outcome,
        build: (tx) => [
          ...build(tx),
          ...(late
            ? []
            : [
                must(
                  tx.update(jobs).set({ attempts: 0 }).where(eq(jobs.id, 'nobody')).returning({ id: jobs.id }),
                  () => new Refusal('ticket.stale'),
                ),
              ]),
        ],
      }
    },
  }
  await drain([inboxHandler(stubborn)], at)
  expect(seen.length).toBe(3)
  expect(await db.$count(bounces)).toBe(1)
  expect((await kept())[0]?.state).toBe('settled')
})

test('a mail that nobody can settle waits for a person after five attempts, bytes and all', async () => {
  const { id } = await arrive(mail('veneno'))
  const { desk, seen } = plainDesk(() => {
    throw new Error('no')
  })
  for (let turn = 0; turn < 8; turn++) await drain([inboxHandler(desk)], after(at, minutes(90 * turn)))
  expect(seen.length).toBe(5)
  expect(await inboundById(id)).toMatchObject({
    state: 'unreadable',
    error: 'refused',
    fromAddress: 'ana.ruiz@correo.example',
  })
  expect(await db.$count(jobs, eq(jobs.doneAt, after(at, minutes(90 * 4))))).toBe(1)
  expect((await rawOf(id))?.toString()).toBe(mail('veneno'))
  expect((await unmatchedPage(user('lead'))).data.map((row) => row.id)).toEqual([id])
  await expect(unmatchedPage(user('agent'))).rejects.toMatchObject({ code: 'identity.forbidden' })
})

test('a mail that takes its reader down each time is not begun for ever', async () => {
  const { id } = await arrive(mail('caída'))
  await atomically((tx) => [tx.update(inbound).set({ attempts: 8 })])
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk)], at)
  expect(seen.length).toBe(0)
  expect(await inboundById(id)).toMatchObject({ state: 'unreadable', error: 'refused' })
})

test('a mail that could not be settled is read again when a person asks, by those who may', async () => {
  const { id } = await arrive(mail('otra vez'))
  await atomically((tx) => [
    tx.update(inbound).set({ state: 'unreadable', error: 'refused', attempts: 8 }),
    tx.delete(jobs),
  ])
  await expect(readAgain(user('agent'), id, at)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await readAgain(user('lead'), id, at)
  await expect(readAgain(user('lead'), id, at)).rejects.toMatchObject({ code: 'inbound.stale' })
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk)], at)
  expect([seen.length, (await inboundById(id))?.state]).toEqual([1, 'settled'])
})

test('a mail with two senders is quarantined, one that cannot be read is put aside', async () => {
  await arrive(fixture('two-senders'))
  await arrive(`From: a@b.mx\r\nX: ${'x'.repeat(300_000)}\r\n\r\nhola`)
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk)], at)
  expect((await kept()).map(({ state, error }) => [state, error])).toEqual([
    ['quarantined', 'several_senders'],
    ['unreadable', 'headers_too_long'],
  ])
  expect(seen).toEqual([])
})

test('the same letter by two ways has one effect; other words under the same Message-ID are another letter', async () => {
  const words = mail('una sola vez')
  await arrive(words)
  await arrive(`Received: from a by b\r\n${words}`)
  await arrive(words.replace('una sola vez\r\n', 'otra cosa\r\n'))
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk)], at)
  expect((await kept()).map(({ kind, ticketId }) => [kind, ticketId])).toEqual([
    ['reply', 'tic_1'],
    ['duplicate', 'tic_1'],
    ['reply', 'tic_1'],
  ])
  expect(seen.length).toBe(2)
})

test('of ninety mails a minute from one sender sixty are read, the rest wait where a person sees them, and are read in their turn', async () => {
  for (let n = 0; n < 90; n++) await arrive(mail(`insisto ${n}`))
  await arrive(mail('de otra persona').replaceAll('ana.ruiz', 'eva'))
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk, 60_000)], at)
  expect(seen.length).toBe(61)
  const waiting = (await kept()).filter(({ state }) => state === 'received')
  expect(waiting.length).toBe(30)
  expect(new Set(waiting.map(({ error }) => error))).toEqual(new Set(['rate']))
  expect((await unmatchedPage(user('lead'))).data.length).toBe(30)
  for (let second = 1; second <= 40; second++) await drain([inboxHandler(desk, 60_000)], after(at, second * 1_000))
  expect(seen.length).toBe(91)
  expect(new Set((await kept()).map(({ state, error }) => `${state} ${error}`))).toEqual(new Set(['settled null']))
}, 60_000)

test('returned letters of ours are never held back for their number', async () => {
  for (let n = 0; n < 70; n++)
    await arrive(
      Buffer.concat([Buffer.from(`Received: ${n}\r\n`), fixture('bounce-postfix')])
        .toString('latin1')
        .replace('<dsn.1@', `<dsn.${n}@`),
    )
  const { desk, seen } = plainDesk()
  await drain([inboxHandler(desk, 60_000)], at)
  expect(seen.length).toBe(70)
  expect(new Set((await kept()).map((row) => `${row.kind} ${row.letterId}`))).toEqual(new Set([`bounce ${letterId}`]))
}, 60_000)
