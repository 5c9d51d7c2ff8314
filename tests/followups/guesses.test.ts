import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { inbound, messages } from '@/db/schema'
import { reply } from '@/lib/followups'
import { inboxDesk } from '@/lib/followups/handlers'
import type { Inbound, ReadMail } from '@/lib/inbox'
import { classify } from '@/lib/inbox/classify'
import { knownOf } from '@/lib/inbox/known'
import { newId } from '@/lib/kit/ids'
import { sealToken } from '@/lib/kit/seal'
import { tagOf } from '@/lib/mail/tag'
import { foundWorld, friday, key, later } from '../support/world'
import { arrives, letterRow, replyTo, saidOn, work } from './post'
import { ticketBy, ticketOf } from './world'

const guesses = 10_000
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The same numbers each time: a guess that once got in gets in again. */
function* numbers(seed: string): Generator<number> {
  for (let turn = 0; ; turn++) for (const byte of createHash('sha256').update(`${seed} ${turn}`).digest()) yield byte
}
const bytes = numbers('guesses')
const pick = (most: number): number => {
  const [high, low] = [bytes.next().value as number, bytes.next().value as number]
  return ((high << 8) | low) % most
}
const word = (length: number) => Array.from({ length }, () => alphabet.charAt(pick(32))).join('')
const otherAt = (text: string, at: number) => {
  const other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + 1 + pick(31)) % 32)
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

let tickets: { id: string; number: number; letter: string; messageId: string; address: string }[]
beforeAll(async () => {
  await foundWorld()
  tickets = []
  for (let turn = 0; turn < 4; turn++) {
    const ticket = await ticketOf(friday)
    const { id } = await reply(key, ticket.id, { text: 'Con gusto le ayudamos.' }, friday)
    await work(friday)
    const message = (await saidOn(ticket.id)).find((one) => one.id === id)
    const letter = await letterRow(message?.letterId ?? '')
    tickets.push({ ...ticket, letter: letter.id, messageId: letter.messageId ?? '', address: letter.toAddress })
    await arrives(
      { from: letter.toAddress, to: replyTo(letter.id), headers: { 'Message-ID': `<suyo-${turn}@correo.mx>` } },
      later(1),
    )
  }
})

type Guess = { recipient?: string; inReplyTo?: string; references?: string[]; subject?: string; from?: string }

const target = () => tickets[pick(tickets.length)] ?? { id: '', number: 0, letter: '', messageId: '', address: '' }
const tagged = (tag: string) => `hola+${tag}@casa.test`

/** Ways of somebody who knows how our words are made, and ids of tickets and letters, but not the secret. */
const ways: (() => Guess)[] = [
  () => ({ recipient: tagged(`r${word(26)}${word(16)}`) }),
  () => ({ recipient: tagged(`r${target().letter.slice(4)}${word(16)}`) }),
  () => {
    const tag = tagOf('reply', target().letter)
    return { recipient: tagged(otherAt(tag, 27 + pick(16))) }
  },
  () => {
    // A true word, put on the letter of another ticket.
    const [one, other] = [target(), target()]
    const mac = tagOf('reply', one.letter).slice(27)
    return one.letter === other.letter
      ? { recipient: tagged(`r${word(42)}`) }
      : { recipient: tagged(`r${other.letter.slice(4)}${mac}`) }
  },
  () => ({ recipient: tagged(`r${target().letter.slice(4)}`) }),
  () => ({ recipient: tagged(`${target().id.slice(4)}${word(26)}`) }),
  () => ({ recipient: `hola+${target().number}@casa.test` }),
  // Words of ours for another purpose.
  () => ({ recipient: tagged(sealToken('case', target().id)) }),
  () => ({ recipient: tagged(sealToken('unsubscribe', newId('customer'))) }),
  () => ({ recipient: tagged(`r${tagOf('unsubscribe', target().letter).slice(1)}`) }),
  () => ({ inReplyTo: `<${word(12)}@casa.test>` }),
  () => ({ inReplyTo: `<t${target().id.slice(4)}.m${target().letter.slice(4)}.${word(12)}.${word(16)}@casa.test>` }),
  () => {
    const id = target().messageId
    const at = id.indexOf('@')
    return { inReplyTo: `${otherAt(id.slice(0, at), at - 1 - pick(16))}${id.slice(at)}` }
  },
  () => {
    // A true Message-ID with the letter of another ticket in it.
    const [one, other] = [target(), target()]
    if (one.letter === other.letter) return { inReplyTo: `<${word(9)}@x.mx>` }
    return { references: [one.messageId.replace(one.letter.slice(4), other.letter.slice(4))] }
  },
  () => {
    const one = target()
    return { references: [one.messageId.replace(/\.m/, `x.m`)] }
  },
  // What the customers of these tickets sent us, named by somebody else.
  () => ({ references: [`<suyo-${pick(4)}@correo.mx>`], from: `${word(8)}@ajeno.mx` }),
  () => ({ inReplyTo: `<suyo-${pick(4)}@correo.mx>`, from: `${word(8)}@ajeno.mx` }),
  () => ({ subject: `Re: Sobre su opinión [#${target().number}]`, from: `${word(8)}@ajeno.mx` }),
  () => ({ subject: `#${target().number} ${target().letter}`, from: target().address }),
  () => ({ recipient: tagged(target().letter), inReplyTo: `<${target().letter}@casa.test>` }),
]

const mailOf = ({ recipient, inReplyTo, references, subject, from }: Guess): ReadMail => ({
  messageId: `<${word(20)}@ajeno.mx>`,
  synthetic: false,
  inReplyTo: inReplyTo ? [inReplyTo] : [],
  references: references ?? [],
  senders: 1,
  from: { name: '', address: from ?? `${word(8)}@ajeno.mx` },
  replyTo: [],
  to: [],
  cc: [],
  recipients: recipient ? [recipient] : ['hola@casa.test'],
  returnPath: null,
  subject: subject ?? 'Hola',
  date: null,
  text: `Caso #${target().number}, referencia ${target().letter}`,
  quoteAt: null,
  html: null,
  files: [],
  signs: {},
  report: null,
  wordsHash: word(20),
  notes: [],
})

const rowOf = (): Inbound => ({
  ...({} as Inbound),
  ...{
    id: newId('inbound'),
    state: 'received',
    envelopeFrom: null,
    envelopeTo: [],
    trail: ['kept'],
    receivedAt: later(5),
  },
})

test(`of ${guesses} guesses at our words none joins a ticket`, async () => {
  const joined: Guess[] = []
  const before = [await db.$count(messages), await db.$count(inbound)]
  const tryOne = async (guess: Guess) => {
    const mail = mailOf(guess)
    const row = rowOf()
    const classified = classify(mail, knownOf(row, later(5)))
    const { outcome } = await inboxDesk.settle(mail, classified, row, later(5))
    if (outcome.ticketId || outcome.messageRowId || outcome.state !== 'unmatched') joined.push(guess)
  }
  // Twenty at a time: over a network ten thousand after one another take a minute.
  for (let turn = 0; turn < guesses; turn += ways.length) await Promise.all(ways.map((way) => tryOne(way())))
  expect(joined).toEqual([])
  expect([await db.$count(messages), await db.$count(inbound)]).toEqual(before)
}, 120_000)

test('the very words that are ours do join: the guesses fail for lack of the secret and of nothing else', async () => {
  for (const { id, letter, messageId } of tickets) {
    for (const guess of [
      { recipient: replyTo(letter) },
      { inReplyTo: messageId },
      { references: ['<x@y>', messageId] },
    ]) {
      const mail = mailOf(guess)
      const row = rowOf()
      const { outcome } = await inboxDesk.settle(mail, classify(mail, knownOf(row, later(5))), row, later(5))
      expect(outcome).toMatchObject({ state: 'settled', ticketId: id })
    }
    expect((await ticketBy(id)).number).toBeGreaterThan(0)
  }
})
