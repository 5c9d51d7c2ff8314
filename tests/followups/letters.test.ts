import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { events } from '@/db/schema'
import { reply, resolve } from '@/lib/followups'
import { after, days } from '@/lib/kit/clock'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { runDue } from '@/lib/worker'
import { foundWorld, friday, later, type World } from '../support/world'
import { attemptsOf, lettersTo, mailOf, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('the first letter says who answers and by when, with the words of the customer', async () => {
  const ticket = await ticketOf(friday)
  await runDue(friday)
  const [letter] = await lettersTo(ticket.id)
  expect(letter).toMatchObject({
    kind: 'acknowledgement',
    state: 'sent',
    subject: `Sobre lo que nos contó (caso ${ticket.number})`,
  })
  expect(letter?.text).toContain('> Me citaron tres veces y nadie llegó.')
  expect(letter?.text).toContain('el viernes 20 de noviembre a las 14:00')
  expect(letter?.text).toContain('Buen día, Ana Lucía Ruiz Peña:')
  expect(letter?.text).toContain('http://lazo.test/t/')
  expect((await ticketBy(ticket.id)).firstContactAt).toBeNull()
})

test('what anybody may have written on an open page is not sent to an address that nobody checked', async () => {
  const open = await receive(
    { kind: 'link' },
    ResponseInput.parse({
      survey: 'nps',
      score: 1,
      touchpoint: 'factura',
      comment: 'COMPRE AQUI',
      customer: { email: 'victima@correo.mx' },
    }),
    friday,
  )
  await runDue(friday)
  const [letter] = await lettersTo(open.ticket?.id ?? '')
  expect(letter?.raw).not.toContain('COMPRE')
  expect(letter?.text).toContain('Nos dio un 1')
})

test('a reply is the first contact when it has left, not when it was written', async () => {
  const ticket = await ticketOf(friday)
  await runDue(friday)
  await reply(
    world.agent,
    ticket.id,
    { text: 'Le propongo el sábado, de 9 a 11.', version: 1, next: 'wait' },
    later(10),
  )
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'waiting_customer', firstContactAt: null })
  await runDue(later(12))
  const after = await ticketBy(ticket.id)
  expect(after.firstContactAt).toEqual(later(12))
  expect((await attemptsOf(ticket.id)).map(({ channel, direction }) => [channel, direction])).toEqual([
    ['email', 'out'],
  ])
  const letter = (await lettersTo(ticket.id)).find(({ kind }) => kind === 'reply')
  expect(letter?.raw).not.toContain('Auto-Submitted')
  expect(letter?.raw).not.toContain('List-Unsubscribe')
  expect(letter?.raw).toMatch(/From: .*Mariana/)
  expect(letter?.inReplyTo).toBe((await lettersTo(ticket.id))[0]?.messageId)
})

test('two people who answer at once: one is told that the ticket has changed', async () => {
  const ticket = await ticketOf(friday)
  const both = await Promise.allSettled([
    reply(world.agent, ticket.id, { text: 'Uno', version: 1 }, later(1)),
    reply(world.lead, ticket.id, { text: 'Otro', version: 1 }, later(1)),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await lettersTo(ticket.id)).filter(({ kind }) => kind === 'reply').length).toBe(1)
})

test('contact declined: no letter at all, and resolving closes it as declined', async () => {
  const ticket = await ticketOf(friday, { contactAllowed: false })
  await resolve(world.agent, ticket.id, { rootCause: 'llego-tarde', actionTaken: 'Se avisó a la bodega' }, later(30))
  await runDue(after(friday, days(12)))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'closed', outcome: 'declined' })
  expect(await mailOf(ticket.id)).toEqual([])
  await expect(reply(world.agent, ticket.id, { text: 'Hola' }, later(31))).rejects.toMatchObject({
    code: 'contact.declined',
  })
})

test('nothing of a customer stands in events', async () => {
  const all = JSON.stringify(await db.select().from(events))
  for (const words of ['Ana', 'correo.mx', 'sala', 'citaron']) expect(all).not.toContain(words)
})
