import { afterAll, beforeAll, expect, test } from 'vitest'
import { reply, resend, resolve } from '@/lib/followups'
import { after, days } from '@/lib/kit/clock'
import { forget } from '@/lib/kit/once'
import { closeTransport } from '@/lib/mail/handlers'
import { runDue } from '@/lib/worker'
import { type Mailbox, openMailbox } from '../support/smtp'
import { foundWorld, friday, later, type World } from '../support/world'
import { invitationsOf, lettersTo, mailOf, roundsOf, solution, spoken, ticketBy, ticketOf } from './world'

let world: World
let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
  process.env.SMTP_URL = box.url
  forget('env')
  world = await foundWorld()
})
afterAll(async () => {
  closeTransport()
  await box.close()
})

const ticketAt = (email: string) => ticketOf(friday, { customer: { email, name: 'Ana Ruiz' } })

test('a reply that is refused asks for a person, is no contact, and whoever works on the ticket may send it again', async () => {
  const ticket = await ticketAt('policy550-1@correo.mx')
  await reply(world.agent, ticket.id, { text: 'Le propongo el sábado.' }, later(5))
  await runDue(later(6))
  expect(await ticketBy(ticket.id)).toMatchObject({ attention: 'letter_failed', firstContactAt: null, attempts: 0 })
  const letter = (await lettersTo(ticket.id)).find(({ kind }) => kind === 'reply')
  expect(letter).toMatchObject({ state: 'failed', error: 'rejected_message', answerCode: 550 })
  await expect(resend(world.other, letter?.id ?? '', later(7))).rejects.toMatchObject({ code: 'letter.unknown' })
  await expect(resend(world.viewer, letter?.id ?? '', later(7))).rejects.toMatchObject({ code: 'identity.forbidden' })
  box.healed.add('policy550-1@correo.mx')
  await resend(world.agent, letter?.id ?? '', later(8))
  await runDue(later(8))
  const sent = await ticketBy(ticket.id)
  expect(sent).toMatchObject({ attention: null, attempts: 1 })
  expect(sent.firstContactAt?.getTime()).toBeGreaterThanOrEqual(later(8).getTime())
})

test('a survey that cannot be delivered ends the loop as unreachable', async () => {
  const ticket = await ticketAt('rcpt550-2@correo.mx')
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  // The letters before it came through; the mailbox was closed over the weekend.
  box.healed.add('rcpt550-2@correo.mx')
  await runDue(later(60))
  box.healed.delete('rcpt550-2@correo.mx')
  const { askAt } = await ticketBy(ticket.id)
  await runDue(askAt ?? friday)
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'closed', outcome: 'unreachable' })
  expect((await invitationsOf(ticket.id))[0]).toMatchObject({ state: 'bounced' })
  expect((await roundsOf(ticket.id))[0]).toMatchObject({ outcome: 'unreachable', sentAt: null })
})

test('seven days of silence count from the sending: a survey that waited for its server is not closed early', async () => {
  const ticket = await ticketAt('rcpt450-3@correo.mx')
  await resolve(world.agent, ticket.id, { ...solution, contact: spoken }, later(60))
  box.healed.add('rcpt450-3@correo.mx')
  await runDue(later(60))
  box.healed.delete('rcpt450-3@correo.mx')
  const askAt = (await ticketBy(ticket.id)).askAt ?? friday
  await runDue(askAt)
  for (let hour = 1; hour <= 40; hour++) await runDue(after(askAt, hour * 3_600_000))
  expect((await mailOf(ticket.id)).at(-1)).toBe('recovery queued temporary')
  box.healed.add('rcpt450-3@correo.mx')
  await runDue(after(askAt, days(2.5)))
  const sentAt = (await roundsOf(ticket.id))[0]?.sentAt ?? friday
  expect(sentAt.getTime()).toBeGreaterThanOrEqual(after(askAt, days(1)).getTime())
  await runDue(after(askAt, days(7)))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'resolved', verdictDueAt: after(sentAt, days(7)) })
  await runDue(after(sentAt, days(7)))
  expect(await ticketBy(ticket.id)).toMatchObject({ status: 'closed', outcome: 'no_answer' })
})
