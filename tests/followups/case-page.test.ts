import { beforeAll, expect, test } from 'vitest'
import { casePage, closeAfterVerdict, customerMessage, reopenByCustomer, reply, resolve } from '@/lib/followups'
import { after, days, hours } from '@/lib/kit/clock'
import { sealToken } from '@/lib/kit/seal'
import { addNote } from '@/lib/tickets'
import { runDue } from '@/lib/worker'
import { foundWorld, friday, later, type World } from '../support/world'
import { answers, mailOf, solution, spoken, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const page = (id: string, now: Date) => casePage(sealToken('case', id), now)

test('the customer sees where the case stands, what was said on both sides, and nothing of the team’s notes', async () => {
  const ticket = await ticketOf(friday)
  await reply(world.agent, ticket.id, { text: 'Le propongo el sábado.', next: 'wait' }, later(5))
  await runDue(later(5))
  await addNote(world.agent, ticket.id, { text: 'La guía decía cliente ausente' }, later(6))
  await customerMessage(sealToken('case', ticket.id), { text: 'El sábado sí puedo.' }, later(30))
  const its = await page(ticket.id, later(31))
  expect(its).toMatchObject({ number: ticket.number, status: 'open', locale: 'es', summary: null, mayReopen: false })
  expect(its?.said?.text).toBe('Me citaron tres veces y nadie llegó.')
  expect(its?.conversation.map(({ from, name, text }) => [from, name, text])).toEqual([
    ['us', 'Mariana Ortega', 'Le propongo el sábado.'],
    ['you', null, 'El sábado sí puedo.'],
  ])
  expect(its?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'response done',
    'contact done',
    'solution now',
    'again next',
    'verdict next',
  ])
  expect(JSON.stringify(its)).not.toContain('ausente')
})

test('what the customer writes brings a waiting ticket back and counts as having spoken', async () => {
  const ticket = await ticketOf(friday)
  await reply(world.agent, ticket.id, { text: '¿Le funciona el sábado?', next: 'wait' }, later(5))
  expect((await ticketBy(ticket.id)).status).toBe('waiting_customer')
  await customerMessage(sealToken('case', ticket.id), { text: 'Sí.' }, later(20))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'in_progress', contacts: 1, customerSpokeAt: later(20) })
  await resolve(world.agent, ticket.id, solution, later(40))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'resolved', evidence: 'two_way' })
})

test('"it is not solved" opens a resolved case again at once; saying it twice changes nothing more', async () => {
  const ticket = await ticketOf(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  const token = sealToken('case', ticket.id)
  expect(await page(ticket.id, later(61))).toMatchObject({
    status: 'resolved',
    mayReopen: true,
    summary: solution.summary,
  })
  await reopenByCustomer(token, { text: 'Llegó rota.' }, later(70))
  const once = await ticketBy(ticket.id)
  expect(once).toMatchObject({ status: 'in_progress', reopens: 1, escalation: 1, rounds: 0, askAt: null })
  await reopenByCustomer(token, {}, later(71))
  expect((await ticketBy(ticket.id)).version).toBe(once.version)
  await runDue(later(72))
  expect((await mailOf(ticket.id)).at(-1)).toBe('summary cancelled reopened')
})

test('a word that is not ours, a discarded case and one closed for thirty days open nothing', async () => {
  const ticket = await ticketOf(friday)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  await runDue(after(friday, days(3)))
  await answers(ticket.id, 9, 'yes', after(friday, days(4)))
  const token = sealToken('case', ticket.id)
  expect(await casePage(`${token.slice(0, -1)}0`, friday)).toBeNull()
  expect(await page(ticket.id, after(friday, days(33)))).toMatchObject({
    status: 'closed',
    outcome: 'recovered_promoter',
  })
  expect(await page(ticket.id, after(friday, days(35)))).toBeNull()
  await expect(reopenByCustomer(token, {}, after(friday, days(35)))).rejects.toMatchObject({ code: 'case.gone' })
  await expect(customerMessage('nonsense', { text: 'x' }, friday)).rejects.toMatchObject({ code: 'case.unknown' })
})

test('reading the page changes nothing', async () => {
  const ticket = await ticketOf(friday)
  await page(ticket.id, later(10))
  expect(await ticketBy(ticket.id)).toEqual(ticket)
})

test('thirty messages an hour are enough', async () => {
  const ticket = await ticketOf(friday)
  const token = sealToken('case', ticket.id)
  for (let n = 0; n < 30; n++) await customerMessage(token, { text: `Mensaje ${n}` }, later(n))
  await expect(customerMessage(token, { text: 'Otro' }, later(31))).rejects.toMatchObject({ code: 'rate.exceeded' })
  await customerMessage(token, { text: 'Otro' }, after(later(31), hours(1)))
})

test('after the third verdict a lead closes it with what the customer said; nobody else does', async () => {
  const ticket = await ticketOf(friday)
  let clock = later(60)
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, clock)
  for (let round = 1; round <= 3; round++) {
    clock = (await ticketBy(ticket.id)).askAt ?? clock
    await runDue(clock)
    await answers(ticket.id, 3, 'no', after(clock, hours(1)))
    if (round < 3) await resolve(world.agent, ticket.id, solution, after(clock, hours(2)))
  }
  await expect(closeAfterVerdict(world.agent, ticket.id, {}, after(clock, hours(3)))).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  await closeAfterVerdict(world.lead, ticket.id, {}, after(clock, hours(3)))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'closed', outcome: 'not_recovered', verdictScore: 3 })
})
