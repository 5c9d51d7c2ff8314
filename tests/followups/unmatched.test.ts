import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { attachments, inbound, ticketLinks, tickets } from '@/db/schema'
import {
  addAddress,
  assignMail,
  attachmentFor,
  dismissMail,
  messageHtml,
  messageSource,
  reply,
  splitMail,
  unmatchedById,
  unmatchedMail,
} from '@/lib/followups'
import { foundWorld, friday, key, later, type World } from '../support/world'
import { arrives, letterRow, replyTo, saidOn, work } from './post'
import { ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let turn = 0

/** A mail with HTML, a picture within it and a file beside it. */
const rich = (from: string, to = 'hola@casa.test') => `From: ${from}
To: ${to}
Subject: =?utf-8?Q?Mi_sof=C3=A1?=
Message-ID: <rich-${++turn}@correo.mx>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="a"

--a
Content-Type: text/plain; charset=utf-8

Mire la foto
--a
Content-Type: text/html; charset=utf-8

<p onclick="top.x=1">Mire la <b>foto</b></p><script>top.x=1</script><img src="cid:foto"><img src="https://rastro.test/1.gif">
--a--
--m
Content-Type: image/png; name="foto.png"
Content-ID: <foto>
Content-Disposition: inline; filename="foto.png"
Content-Transfer-Encoding: base64

${png}
--m
Content-Type: text/html; name="..\\..\\pagina.html"
Content-Disposition: attachment; filename="../../pagina.html"

<script>top.x=1</script>
--m--
`

const cold = (from = `cliente-${++turn}@ajeno.mx`) =>
  arrives({ from, subject: 'Hola', text: 'Tengo una duda' }, later(5))

test('mail of nobody’s waits for whoever assigns work; who does not, never sees it', async () => {
  const row = await cold()
  for (const actor of [world.admin, world.manager, world.lead]) {
    const { mails } = await unmatchedMail(actor)
    expect(mails.map(({ id }) => id)).toContain(row.id)
    expect(await unmatchedById(actor, row.id)).toMatchObject({ subject: 'Hola', text: expect.stringContaining('duda') })
  }
  for (const actor of [world.agent, world.viewer]) {
    await expect(unmatchedMail(actor)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(unmatchedById(actor, row.id)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(dismissMail(actor, row.id, later(6))).rejects.toMatchObject({ code: 'identity.forbidden' })
    const to = { new: { title: 'x', team: 'entregas' } }
    await expect(assignMail(actor, row.id, to, later(6))).rejects.toMatchObject({ code: 'identity.forbidden' })
  }
})

test('a suggestion names a ticket only to whoever may see it', async () => {
  const ticket = await ticketOf(friday, { touchpoint: 'factura' })
  const [message] = await db.select().from(tickets).where(eq(tickets.id, ticket.id))
  const { toAddress } = (await import('./world').then(({ lettersTo }) => lettersTo(ticket.id)))[0] ?? { toAddress: '' }
  expect(message?.teamId).toBe(world.billing.id)
  const row = await cold(toAddress)
  expect(row.suggestedTicketId).toBe(ticket.id)
  expect((await unmatchedById(world.admin, row.id)).ticket).toEqual({ id: ticket.id, number: ticket.number })
  expect((await unmatchedById(world.lead, row.id)).ticket).toBeNull()
})

test('a person puts it on a ticket of theirs: it stands there as a stranger’s, with its files, and waits no more', async () => {
  const ticket = await ticketOf(friday)
  const row = await arrives({ raw: rich('Vecina <vecina@ajeno.mx>') }, later(5))
  const foreign = await ticketOf(friday, { touchpoint: 'factura' })
  await expect(assignMail(world.lead, row.id, { ticket: foreign.id }, later(6))).rejects.toMatchObject({
    code: 'ticket.unknown',
  })
  expect(await assignMail(world.lead, row.id, { ticket: ticket.id }, later(6))).toMatchObject({ id: ticket.id })
  const said = (await saidOn(ticket.id)).at(-1)
  expect(said).toMatchObject({
    kind: 'inbound',
    standing: 'stranger',
    subject: 'Mi sofá',
    hasHtml: true,
    visible: false,
  })
  const files = await db
    .select()
    .from(attachments)
    .where(eq(attachments.messageRowId, said?.id ?? ''))
  expect(files.map(({ name, ticketId }) => [name, ticketId]).sort()).toEqual([
    ['foto.png', ticket.id],
    ['pagina.html', ticket.id],
  ])
  await expect(assignMail(world.lead, row.id, { ticket: ticket.id }, later(7))).rejects.toMatchObject({
    code: 'inbound.unknown',
  })
})

test('its HTML is shown without scripts or trackers, its own picture in it; source and files are for whoever sees the ticket', async () => {
  const ticket = await ticketOf(friday)
  const row = await arrives({ raw: rich('vecina@ajeno.mx') }, later(5))
  await assignMail(world.admin, row.id, { ticket: ticket.id }, later(6))
  const id = (await saidOn(ticket.id)).at(-1)?.id ?? ''
  const { html, blocked } = await messageHtml(world.agent, id, { images: false })
  expect(html).toContain(`data:image/png;base64,${png}`)
  expect(html).toContain('<b>foto</b>')
  expect(html).not.toMatch(/script|onclick|rastro/)
  expect(blocked).toBe(1)
  expect((await messageHtml(world.agent, id, { images: true })).html).toContain('https://rastro.test/1.gif')
  expect((await messageSource(world.agent, id)).bytes.toString()).toContain('Subject: =?utf-8?Q?Mi_sof=C3=A1?=')
  const [page] = (await db.select().from(attachments).where(eq(attachments.messageRowId, id))).filter(
    ({ name }) => name === 'pagina.html',
  )
  expect(await attachmentFor(world.agent, page?.id ?? '')).toMatchObject({ name: 'pagina.html' })
  for (const actor of [world.other]) {
    await expect(messageHtml(actor, id, { images: false })).rejects.toMatchObject({ code: 'message.unknown' })
    await expect(messageSource(actor, id)).rejects.toMatchObject({ code: 'message.unknown' })
    await expect(attachmentFor(actor, page?.id ?? '')).rejects.toMatchObject({ code: 'attachment.unknown' })
  }
})

test('a new ticket takes it: of the customer whom the person names, never of the address alone', async () => {
  const ticket = await ticketOf(friday)
  const row = await cold()
  const { id } = await assignMail(world.lead, row.id, { new: { team: 'entregas' } }, later(6))
  expect(await ticketBy(id)).toMatchObject({ title: 'Hola', customerId: null, teamId: world.deliveries.id })
  const other = await cold()
  const to = { new: { team: 'entregas', title: 'Duda', customer: ticket.customerId ?? '' } }
  expect(await ticketBy((await assignMail(world.lead, other.id, to, later(6))).id)).toMatchObject({
    title: 'Duda',
    customerId: ticket.customerId,
  })
  const foreign = await cold()
  await expect(assignMail(world.lead, foreign.id, { new: { team: 'facturacion' } }, later(6))).rejects.toMatchObject({
    code: 'input.invalid',
  })
})

test('two who take one mail: one gets it, the other is told', async () => {
  const ticket = await ticketOf(friday)
  const row = await cold()
  const both = await Promise.allSettled([
    assignMail(world.lead, row.id, { ticket: ticket.id }, later(6)),
    dismissMail(world.admin, row.id, later(6)),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: expect.stringMatching(/^inbound\./) } },
  ])
})

test('what is dismissed waits no more, and stays', async () => {
  const row = await cold()
  await dismissMail(world.lead, row.id, later(6))
  expect((await unmatchedMail(world.lead)).mails.map(({ id }) => id)).not.toContain(row.id)
  const [kept] = await db.select().from(inbound).where(eq(inbound.id, row.id))
  expect(kept).toMatchObject({ state: 'dismissed', settledBy: world.lead.id })
})

async function strangerOn() {
  const ticket = await ticketOf(friday)
  const { id } = await reply(key, ticket.id, { text: 'Con gusto', next: 'wait' }, friday)
  await work(friday)
  const letterId = (await saidOn(ticket.id)).find((one) => one.id === id)?.letterId ?? ''
  const { id: letter } = await letterRow(letterId)
  await arrives({ from: 'Trabajo <ana@oficina.mx>', to: replyTo(letter), text: 'Desde el trabajo' }, later(5))
  const message = (await saidOn(ticket.id)).at(-1)?.id ?? ''
  return { ticket, message, letter }
}

test('a person adds a stranger’s address: their words count as the customer’s, these and those to come, on this ticket', async () => {
  const { ticket, message, letter } = await strangerOn()
  expect((await ticketBy(ticket.id)).status).toBe('waiting_customer')
  await expect(addAddress(world.other, message, later(6))).rejects.toMatchObject({ code: 'message.unknown' })
  await addAddress(world.agent, message, later(6))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'in_progress', customerSpokeAt: later(6), attention: null })
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({
    standing: 'participant',
    authorKind: 'customer',
    visible: true,
  })
  await arrives({ from: 'ana@oficina.mx', to: replyTo(letter), text: 'Otra vez' }, later(8))
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({ standing: 'participant' })
  const other = await strangerOn()
  expect((await saidOn(other.ticket.id)).at(-1)).toMatchObject({ standing: 'stranger' })
  await expect(addAddress(world.agent, message, later(9))).rejects.toMatchObject({ code: 'message.unknown' })
})

test('or gives it a ticket of its own, linked to the first', async () => {
  const { ticket, message } = await strangerOn()
  const made = await splitMail(world.agent, message, later(6))
  expect(await ticketBy(made.id)).toMatchObject({ customerId: null, teamId: ticket.teamId })
  expect((await saidOn(made.id)).map(({ id }) => id)).toEqual([message])
  expect(await db.select().from(ticketLinks).where(eq(ticketLinks.toId, made.id))).toMatchObject([
    { fromId: ticket.id, kind: 'split' },
  ])
  const [row] = await db.select().from(inbound).where(eq(inbound.messageRowId, message))
  expect(row?.ticketId).toBe(made.id)
})

test('an answer to a ticket that never should have been waits for a person', async () => {
  const { ticket, letter } = await strangerOn()
  await atomically((tx) => [
    tx
      .update(tickets)
      .set({ status: 'discarded', open: false, discardReason: 'test' })
      .where(eq(tickets.id, ticket.id)),
  ])
  const row = await arrives({ from: 'ana@oficina.mx', to: replyTo(letter), text: 'Hola' }, later(20))
  expect(row).toMatchObject({ state: 'unmatched', ticketId: null })
})

test('a mail that was put aside before it was sorted comes to its ticket with its words and files', async () => {
  const ticket = await ticketOf(friday)
  const raw = rich('Una <una@ajeno.mx>, Otra <otra@ajeno.mx>')
  const row = await arrives({ raw }, later(5))
  expect(row).toMatchObject({ state: 'quarantined', error: 'several_senders' })
  await assignMail(world.admin, row.id, { ticket: ticket.id }, later(6))
  const said = (await saidOn(ticket.id)).at(-1)
  expect(said).toMatchObject({ kind: 'inbound', standing: 'stranger', text: expect.stringContaining('Mire la foto') })
  const files = await db
    .select()
    .from(attachments)
    .where(eq(attachments.messageRowId, said?.id ?? ''))
  expect(files.map(({ name }) => name).sort()).toEqual(['foto.png', 'pagina.html'])
})
