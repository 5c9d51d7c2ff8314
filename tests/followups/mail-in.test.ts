import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { contactAttempts, customers, slaClocks, ticketLinks, tickets, users } from '@/db/schema'
import { closing, reply, resolve } from '@/lib/followups'
import { inboxDesk } from '@/lib/followups/handlers'
import { senderOf } from '@/lib/followups/incoming/sender'
import { type Authentication, keep } from '@/lib/inbox'
import { readKept } from '@/lib/inbox/read'
import { dossierOf, merge, queuePage } from '@/lib/tickets'
import { foundWorld, friday, key, later, type World } from '../support/world'
import { arrives, letterRow, mailOf, replyTo, saidOn, work } from './post'
import { solution, spoken, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const house = { kind: 'system' as const, id: 'test' }

/** A ticket to whose customer a letter has left. */
async function written(now = friday) {
  const ticket = await ticketOf(now)
  const [customer] = await db
    .select()
    .from(customers)
    .where(eq(customers.id, ticket.customerId ?? ''))
  const { id } = await reply(key, ticket.id, { text: '¿Cómo le podemos ayudar?', next: 'wait' }, now)
  await work(now)
  const message = (await saidOn(ticket.id)).find((one) => one.id === id)
  const letter = await letterRow(message?.letterId ?? '')
  return { ticket, letter, from: `Ana <${customer?.email}>`, address: customer?.email ?? '' }
}

test('the customer answers by the address of our letter: their words stand on the ticket, which waits no more', async () => {
  const { ticket, letter, from } = await written()
  expect((await ticketBy(ticket.id)).status).toBe('waiting_customer')
  const row = await arrives(
    {
      from,
      to: replyTo(letter.id),
      text: 'Me urge.\n\nEl vie, 20 nov 2026, Casa Lúa escribió:\n> ¿Cómo le podemos ayudar?',
    },
    later(60),
  )
  expect(row).toMatchObject({ state: 'settled', kind: 'reply', ticketId: ticket.id, letterId: letter.id })
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ status: 'in_progress', customerSpokeAt: later(60), waitingSince: null })
  const said = (await saidOn(ticket.id)).at(-1)
  expect(said).toMatchObject({ kind: 'inbound', authorKind: 'customer', standing: 'participant', visible: true })
  expect(said?.text.slice(0, said.quoteAt ?? undefined).trim()).toBe('Me urge.')
  const [clock] = await db.select().from(slaClocks).where(eq(slaClocks.ticketId, ticket.id))
  expect(clock?.state).not.toBe('paused')
  const attempts = await db.select().from(contactAttempts).where(eq(contactAttempts.ticketId, ticket.id))
  expect(attempts).toContainEqual(expect.objectContaining({ direction: 'in', outcome: 'spoke', channel: 'email' }))
})

test('In-Reply-To joins by our own Message-ID, whatever became of the subject; what was said is found by search', async () => {
  const { ticket, letter, from } = await written()
  const headers = { 'In-Reply-To': letter.messageId ?? '' }
  const row = await arrives({ from, subject: 'Otra cosa', headers, text: 'Busquen el ornitorrinco' }, later(5))
  expect(row).toMatchObject({
    ticketId: ticket.id,
    trail: expect.arrayContaining(['thread.answers', 'sender.participant']),
  })
  await work(later(6))
  const found = await queuePage(world.admin, { view: 'all', words: 'ornitorrinco' } as never, later(6)).catch(
    () => null,
  )
  expect(JSON.stringify(found)).toContain(ticket.id)
})

test('of several References the newest of ours counts', async () => {
  const [one, other] = [await written(), await written()]
  const headers = { References: `${one.letter.messageId} <x@y.z> ${other.letter.messageId}` }
  expect(await arrives({ from: other.from, headers }, later(5))).toMatchObject({ ticketId: other.ticket.id })
})

test('a mail that answers a colleague’s mail of the thread joins it, but only from somebody who takes part', async () => {
  const { ticket, letter, from } = await written()
  const first = await arrives({ from, to: replyTo(letter.id), headers: { 'Message-ID': '<suyo@correo.mx>' } }, later(5))
  expect(first.ticketId).toBe(ticket.id)
  const headers = { 'In-Reply-To': '<suyo@correo.mx>' }
  expect(await arrives({ from: 'otro@ajeno.mx', headers }, later(6))).toMatchObject({
    state: 'unmatched',
    ticketId: null,
  })
  expect(await arrives({ from, headers }, later(7))).toMatchObject({ state: 'settled', ticketId: ticket.id })
})

test('a number in the subject joins nothing; from the customer it suggests', async () => {
  const { ticket, from } = await written()
  const subject = `Sobre el caso #${ticket.number}`
  expect(await arrives({ from, subject }, later(5))).toMatchObject({
    state: 'unmatched',
    ticketId: null,
    suggestedTicketId: ticket.id,
  })
  expect(await arrives({ from: 'nadie@ajeno.mx', subject }, later(5))).toMatchObject({
    state: 'unmatched',
    suggestedTicketId: null,
  })
})

test('a stranger who holds our letter is shown under a banner: nothing moves, nothing is told to them', async () => {
  const { ticket, letter } = await written()
  const before = await ticketBy(ticket.id)
  const row = await arrives({ from: 'Marido <otro@ajeno.mx>', to: replyTo(letter.id) }, later(5))
  expect(row).toMatchObject({ ticketId: ticket.id, trail: expect.arrayContaining(['sender.stranger']) })
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({
    standing: 'stranger',
    visible: false,
    fromAddress: 'otro@ajeno.mx',
  })
  expect(await ticketBy(ticket.id)).toMatchObject({
    status: before.status,
    customerSpokeAt: before.customerSpokeAt,
    attention: 'stranger_wrote',
  })
})

test('a person of the desk who answers by mail leaves a note only when our own server vouches for them', async () => {
  const { ticket, letter } = await written()
  const address = 'mariana@casa.test'
  await atomically((tx) => [
    tx.update(users).set({ email: address, emailKey: address }).where(eq(users.id, world.agent.id)),
  ])
  await arrives({ from: address, to: replyTo(letter.id) }, later(5))
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({ kind: 'inbound', standing: 'stranger' })
})

test('a resolved ticket opens again with its cause and action, and what waited for the customer ends', async () => {
  const { ticket, letter, from } = await written()
  await resolve(key, ticket.id, { ...solution, contact: spoken }, later(10))
  await work(later(10))
  await arrives({ from, to: replyTo(letter.id), text: 'Sigue igual' }, later(60))
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ status: 'in_progress', reopens: 1, askAt: null, customerSpokeAt: later(60) })
  expect(after.rootCauseId).not.toBeNull()
  expect(after.actionTaken).toBe(solution.actionTaken)
})

test('closed for more than 30 days: a new ticket takes it up, linked to the old one', async () => {
  const { ticket, letter, from } = await written()
  await resolve(key, ticket.id, { ...solution, contact: spoken }, later(10))
  const dossier = await dossierOf(house, ticket.id)
  await atomically(closing({ kind: 'system', id: 'test' }, dossier, { outcome: 'no_answer' }, later(20)))
  const days = (count: number) => later(20 + count * 1_440)
  await arrives({ from, to: replyTo(letter.id), text: 'A los diez días' }, days(10))
  expect((await ticketBy(ticket.id)).status).toBe('in_progress')
  await resolve(key, ticket.id, solution, days(11))
  await atomically(
    closing({ kind: 'system', id: 'test' }, await dossierOf(house, ticket.id), { outcome: 'no_answer' }, days(12)),
  )
  const row = await arrives({ from, to: replyTo(letter.id), subject: 'Otra vez', text: 'Pasó de nuevo' }, days(60))
  expect(row.ticketId).not.toBe(ticket.id)
  expect(await ticketBy(row.ticketId ?? '')).toMatchObject({
    title: 'Otra vez',
    customerId: ticket.customerId,
    status: 'new',
  })
  expect((await ticketBy(ticket.id)).status).toBe('closed')
  const links = await db.select().from(ticketLinks).where(eq(ticketLinks.toId, ticket.id))
  expect(links).toMatchObject([{ fromId: row.ticketId, kind: 'follow_up' }])
})

test('an answer to a ticket that was merged goes to the one that stays', async () => {
  const one = await written()
  const other = await ticketOf(later(1), { touchpoint: 'factura', customer: { externalId: 'X', email: one.address } })
  await atomically((tx) => [
    tx.update(tickets).set({ customerId: one.ticket.customerId }).where(eq(tickets.id, other.id)),
  ])
  await merge(key, one.ticket.id, { into: other.id }, later(2))
  expect(await arrives({ from: one.from, to: replyTo(one.letter.id) }, later(5))).toMatchObject({ ticketId: other.id })
})

test('two copies of one mail are one message; other words under the same id are both shown', async () => {
  const { ticket, letter, from } = await written()
  const to = replyTo(letter.id)
  const id = { 'Message-ID': '<doble@correo.mx>' }
  await arrives({ from, to, text: 'Uno', headers: id }, later(5))
  const copy = await arrives({ from, to, text: 'Uno', headers: { ...id, 'X-Way': 'otra' } }, later(6))
  expect(copy).toMatchObject({ state: 'settled', kind: 'duplicate' })
  await arrives({ from, to, text: 'Dos', headers: id }, later(7))
  const said = (await saidOn(ticket.id)).filter(({ kind }) => kind === 'inbound').map(({ text }) => text.trim())
  expect(said).toEqual(['Uno', 'Dos'])
})

test('who counts as whom: the customer unless their domain disowns the mail, a colleague only when our server vouches', () => {
  const known = {
    customer: { id: 'cus_1', emailKey: 'ana@correo.mx' },
    added: ['ana@oficina.mx'],
    staff: { id: 'usr_1' },
  }
  const nothing: Authentication = { spf: null, dkim: null, dmarc: null, pass: false }
  const vouched = { ...nothing, dmarc: 'pass', pass: true }
  const of = (address: string, its = nothing) => senderOf(address, known, its).standing
  expect(of('Ana@Correo.MX')).toBe('participant')
  expect(of('ana@oficina.mx')).toBe('participant')
  expect(of('ana@correo.mx', { ...nothing, dmarc: 'fail' })).toBe('stranger')
  expect(of('mariana@casa.test')).toBe('stranger')
  expect(of('mariana@casa.test', vouched)).toBe('staff')
  expect(of('')).toBe('stranger')
  expect(senderOf('x@y.mx', { ...known, staff: null }, vouched).standing).toBe('stranger')
})

test('a colleague’s mail that our server vouches for is a note: the customer never reads it, and it commands nothing', async () => {
  const { ticket, letter } = await written()
  const before = await ticketBy(ticket.id)
  const raw = mailOf({ from: 'mariana@casa.test', to: replyTo(letter.id), text: 'Cierren este caso. /close' })
  const { id } = await keep({ source: 'pipe', mailbox: 'vouched', bytes: raw }, later(5))
  const desk: typeof inboxDesk = {
    settle: (mail, classified, row, now) =>
      inboxDesk.settle(
        mail,
        { ...classified, authentication: { spf: null, dkim: null, dmarc: 'pass', pass: true } },
        row,
        now,
      ),
  }
  await readKept(id, desk, 1, later(5))
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({
    kind: 'note',
    authorKind: 'user',
    authorId: world.agent.id,
    standing: 'staff',
    visible: false,
  })
  expect(await ticketBy(ticket.id)).toMatchObject({ status: before.status, customerSpokeAt: before.customerSpokeAt })
})
