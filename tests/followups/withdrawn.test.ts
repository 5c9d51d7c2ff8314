import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { contactAttempts, events, letters, slaClocks } from '@/db/schema'
import { attach, casePage, customerMessage, draftFiles, reply, resend, resolve, withdrawReply } from '@/lib/followups'
import { sealToken } from '@/lib/kit/seal'
import { foundWorld, friday, later, type World } from '../support/world'
import { simpleParser } from './mime'
import { arrives, letterRow, replyTo, saidOn, work } from './post'
import { lettersTo, solution, spoken, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const words = { text: 'Con gusto le ayudamos.' }
const seconds = (count: number, from = friday) => new Date(from.getTime() + count * 1_000)
const letterOf = async (messageId: string) => {
  const [row] = await db.select().from(letters).where(eq(letters.messageRowId, messageId))
  return letterRow(row?.id ?? '')
}
const clocksOf = (id: string) => db.select().from(slaClocks).where(eq(slaClocks.ticketId, id)).orderBy(slaClocks.kind)
const conversation = async (id: string, now: Date) =>
  (await casePage(sealToken('case', id), now))?.conversation.map(({ text }) => text)

test('for ten seconds a reply waits and can be taken back: the letter never leaves, its words come back', async () => {
  const ticket = await ticketOf(friday)
  const { id } = await reply(world.agent, ticket.id, { ...words, hold: 10, next: 'wait' }, friday)
  await work(seconds(5))
  expect((await letterOf(id)).state).toBe('queued')
  expect(await conversation(ticket.id, seconds(5))).toEqual([])
  expect((await ticketBy(ticket.id)).status).toBe('waiting_customer')
  expect(await withdrawReply(world.agent, id, seconds(6))).toMatchObject({ text: words.text })
  await work(seconds(60))
  expect((await letterOf(id)).state).toBe('cancelled')
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ status: 'in_progress', waitingSince: null, waitingUntil: null, firstContactAt: null })
  expect((await clocksOf(ticket.id)).map(({ state }) => state)).toEqual(['running', 'running'])
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({ withdrawnAt: seconds(6), visible: false })
  expect(await db.$count(contactAttempts, eq(contactAttempts.ticketId, ticket.id))).toBe(0)
})

test('after them it leaves, once, and can no longer be taken back', async () => {
  const ticket = await ticketOf(friday)
  const { id } = await reply(world.agent, ticket.id, { ...words, hold: 10 }, friday)
  await work(seconds(11))
  expect(await letterOf(id)).toMatchObject({ state: 'sent', sentAt: seconds(11) })
  await expect(withdrawReply(world.agent, id, seconds(12))).rejects.toMatchObject({ code: 'letter.stale' })
  expect(await conversation(ticket.id, seconds(12))).toEqual([words.text])
})

test('a resolving taken back is as if it had not been: no reopening counts, both clocks run on', async () => {
  const ticket = await ticketOf(friday)
  const before = await clocksOf(ticket.id)
  const contact = { ...spoken, outcome: 'no_answer' as const }
  for (const day of [0, 1, 2]) {
    const { logContact } = await import('@/lib/tickets')
    await logContact(world.agent, ticket.id, { ...contact, channel: day ? 'email' : 'phone' }, later(day * 1_440))
  }
  const at = later(3_000)
  const { id } = await resolve(world.agent, ticket.id, { ...solution, hold: 10 }, at)
  expect((await ticketBy(ticket.id)).status).toBe('resolved')
  await withdrawReply(world.agent, id, seconds(5, at))
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ status: 'in_progress', reopens: 0, reopenedAt: null, escalation: 0, askAt: null })
  expect(after.verdictDueAt).toBeNull()
  const kinds = (await db.select().from(events).where(eq(events.subjectId, ticket.id))).map(({ kind }) => kind)
  expect(kinds).not.toContain('ticket.reopened')
  expect((await clocksOf(ticket.id)).map(({ state }) => state)).toEqual(before.map(({ state }) => state))
  await work(seconds(60, at))
  expect((await letterOf(id)).state).toBe('cancelled')
})

test('a reply is put off to a day, leaves then, and what waits for the answer waits from then on', async () => {
  const ticket = await ticketOf(friday)
  const sendAt = later(600)
  const { id } = await reply(world.agent, ticket.id, { ...words, sendAt, next: 'wait' }, friday)
  await work(later(300))
  expect((await letterOf(id)).state).toBe('queued')
  expect((await ticketBy(ticket.id)).status).toBe('in_progress')
  await work(sendAt)
  expect((await letterOf(id)).state).toBe('sent')
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'waiting_customer', waitingSince: sendAt })
})

test('the past, more than 30 days and a resolving cannot be put off; an empty variable is named', async () => {
  const ticket = await ticketOf(friday)
  const tries: [object, string, string][] = [
    [{ ...words, sendAt: friday }, 'sendAt', 'sendAtPast'],
    [{ ...words, sendAt: later(31 * 1_440) }, 'sendAt', 'sendAtFar'],
    [{ ...words, sendAt: later(60), next: 'resolve' }, 'sendAt', 'sendAtResolves'],
    [{ text: 'Hola {{customer.firstName}}' }, 'text', 'unresolved'],
  ]
  for (const [input, path, code] of tries) {
    await expect(reply(world.agent, ticket.id, input as typeof words, friday)).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [expect.objectContaining({ path, code })],
    })
  }
  expect(await lettersTo(ticket.id)).toHaveLength(1)
})

test('what the customer says before a scheduled reply leaves holds it, by mail and on their page', async () => {
  for (const way of ['mail', 'page']) {
    const ticket = await ticketOf(friday)
    const first = await reply(world.agent, ticket.id, words, friday)
    await work(friday)
    const letter = await letterOf(first.id)
    const { id } = await reply(world.agent, ticket.id, { ...words, sendAt: later(600) }, later(1))
    if (way === 'mail') await arrives({ from: letter.toAddress, to: replyTo(letter.id) }, later(30))
    else await customerMessage(sealToken('case', ticket.id), { text: 'Ya no hace falta' }, later(30))
    expect(await letterOf(id), way).toMatchObject({ state: 'held', error: 'customer_wrote' })
    expect((await ticketBy(ticket.id)).attention, way).toBe('letter_held')
    await work(later(700))
    expect((await letterOf(id)).state, way).toBe('held')
    if (way === 'mail') await resend(world.agent, (await letterOf(id)).id, later(701))
    else await withdrawReply(world.agent, id, later(701))
    await work(later(702))
    expect((await letterOf(id)).state, way).toBe(way === 'mail' ? 'sent' : 'cancelled')
  }
})

test('whoever has not seen the last word is shown it first; with it seen, the reply goes', async () => {
  const ticket = await ticketOf(friday)
  const first = await reply(world.agent, ticket.id, words, friday)
  await customerMessage(sealToken('case', ticket.id), { text: 'Me urge' }, later(1))
  const theirs = (await saidOn(ticket.id)).at(-1)
  const seen = { ...words, seen: first.id }
  await expect(reply(world.agent, ticket.id, seen, later(2))).rejects.toMatchObject({
    code: 'reply.overtaken',
    facts: { message: theirs?.id, author: 'customer' },
  })
  await reply(world.agent, ticket.id, { ...words, seen: theirs?.id ?? null }, later(3))
  // A colleague's word counts as well, one's own does not.
  await expect(reply(world.lead, ticket.id, { ...words, seen: theirs?.id ?? null }, later(4))).rejects.toMatchObject({
    code: 'reply.overtaken',
    facts: { author: 'user', name: world.agent.name },
  })
  await reply(world.agent, ticket.id, { ...words, seen: theirs?.id ?? null }, later(5))
  await expect(reply(world.agent, ticket.id, { ...words, seen: 'msg_nada' }, later(6))).rejects.toMatchObject({
    code: 'input.invalid',
  })
})

test('files go along with the letter, by their own names, and come back with what is taken back', async () => {
  const ticket = await ticketOf(friday)
  const bytes = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n')
  const file = await attach(world.agent, ticket.id, { name: '../../Guía de envío ñ.pdf', bytes }, friday)
  expect(file).toMatchObject({ name: 'Guía de envío ñ.pdf', mediaType: 'application/pdf', size: bytes.length })
  const sent = await reply(world.agent, ticket.id, { ...words, hold: 10, attachments: [file.id] }, friday)
  expect(await draftFiles(world.agent, ticket.id)).toEqual([])
  expect(await withdrawReply(world.agent, sent.id, seconds(3))).toMatchObject({ attachments: [file.id] })
  expect(await draftFiles(world.agent, ticket.id)).toMatchObject([{ id: file.id }])
  const again = await reply(world.agent, ticket.id, { ...words, attachments: [file.id] }, seconds(20))
  await work(seconds(20))
  const mail = await simpleParser((await letterOf(again.id)).raw ?? '')
  expect(mail.attachments).toEqual([{ name: 'Guía de envío ñ.pdf', type: 'application/pdf', bytes }])
  // It is on a message now: not twice, not on another ticket.
  const other = await ticketOf(friday)
  for (const id of [ticket.id, other.id]) {
    await expect(reply(world.agent, id, { ...words, attachments: [file.id] }, later(1))).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [expect.objectContaining({ path: 'attachments' })],
    })
  }
})

test('nobody takes back, answers or attaches on a ticket that is not theirs to see', async () => {
  const ticket = await ticketOf(friday)
  const { id } = await reply(world.agent, ticket.id, { ...words, hold: 60 }, friday)
  await expect(withdrawReply(world.other, id, seconds(2))).rejects.toMatchObject({ code: 'message.unknown' })
  await expect(withdrawReply(world.viewer, id, seconds(2))).rejects.toMatchObject({ code: 'identity.forbidden' })
  const file = { name: 'a.txt', bytes: Buffer.from('a') }
  await expect(attach(world.other, ticket.id, file, friday)).rejects.toMatchObject({ code: 'ticket.unknown' })
  expect((await letterOf(id)).state).toBe('queued')
})
