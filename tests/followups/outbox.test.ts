import { beforeAll, expect, test } from 'vitest'
import { updateCustomer } from '@/lib/customers'
import { callBack, letterFor, outbox, reply, resolve, sendAgain } from '@/lib/followups'
import { patchTicket, reopen } from '@/lib/tickets'
import { runDue } from '@/lib/worker'
import { foundWorld, friday, later, type World } from '../support/world'
import { invitationsOf, lettersTo, mailOf, roundsOf, solution, spoken, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('only who looks after mail reads the outbox or touches a letter', async () => {
  const ticket = await ticketOf(friday)
  const [letter] = await lettersTo(ticket.id)
  const id = letter?.id ?? ''
  for (const actor of [world.manager, world.lead, world.agent, world.viewer]) {
    const forbidden = { code: 'identity.forbidden' }
    await expect(outbox(actor, {})).rejects.toMatchObject(forbidden)
    await expect(letterFor(actor, id)).rejects.toMatchObject(forbidden)
    await expect(sendAgain(actor, id, friday)).rejects.toMatchObject(forbidden)
    await expect(callBack(actor, id, friday)).rejects.toMatchObject(forbidden)
  }
  const seen = await outbox(world.admin, { states: ['queued'] })
  expect(seen).toMatchObject({ state: { kind: 'preview' }, counts: { waiting: 1, troubled: 0 } })
  expect(seen.letters[0]).toMatchObject({ id, number: ticket.number, kind: 'acknowledgement' })
  await callBack(world.admin, id, friday)
  await runDue(friday)
  expect(await mailOf(ticket.id)).toEqual(['acknowledgement cancelled by_hand'])
  await expect(letterFor(world.admin, 'let_00000000000000000000000000')).rejects.toMatchObject({
    code: 'letter.unknown',
  })
})

test('the outbox turns its pages without skipping or repeating', async () => {
  for (let n = 0; n < 7; n++) await ticketOf(friday)
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await outbox(world.admin, { limit: 3, ...(cursor ? { cursor } : {}) })
    seen.push(...page.letters.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(8)
  expect(seen).toEqual([...seen].sort().reverse())
})

test('a ticket opened again from the queue calls back what waits, once the worker hears of it', async () => {
  const ticket = await ticketOf(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  const monday = (await ticketBy(ticket.id)).askAt ?? friday
  await runDue(monday)
  await reopen(world.lead, ticket.id, {}, monday)
  await runDue(monday)
  expect((await mailOf(ticket.id)).at(-1)).toBe('recovery_reminder cancelled reopened')
  expect((await invitationsOf(ticket.id))[0]?.state).toBe('cancelled')
  expect((await roundsOf(ticket.id))[0]?.cancelledAt).not.toBeNull()
})

test('a ticket resolved by a bare change of status is told to its customer as well, once', async () => {
  const ticket = await ticketOf(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  await reopen(world.lead, ticket.id, {}, later(61))
  await patchTicket(world.agent, ticket.id, { status: 'resolved' }, later(62))
  await runDue(later(63))
  await runDue(later(64))
  const summaries = (await lettersTo(ticket.id)).filter(({ kind }) => kind === 'summary')
  expect(summaries.map(({ state }) => state)).toEqual(['cancelled', 'sent'])
  expect(summaries[1]?.text).toContain('Su sala llegó el sábado')
  expect(summaries[1]?.fromName).toBe('Mariana Ortega')
})

test('a letter about a case leaves only to the address that the customer has now', async () => {
  const ticket = await ticketOf(friday)
  await reply(world.agent, ticket.id, { text: 'Hola' }, later(1))
  await updateCustomer(world.manager, ticket.customerId ?? '', { email: 'otra@correo.mx' }, null, later(2))
  await runDue(later(3))
  expect(await mailOf(ticket.id)).toEqual(['acknowledgement cancelled no_address', 'reply cancelled no_address'])
})
