import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { bounces, customers, invitations, suppressions } from '@/db/schema'
import { reply, resolve } from '@/lib/followups'
import { days } from '@/lib/kit/clock'
import { foundWorld, friday, key, later } from '../support/world'
import { arrives, bounceTo, letterRow, replyTo, report, saidOn, stopAt, work } from './post'
import { lettersTo, mailOf, roundsOf, solution, spoken, ticketBy, ticketOf } from './world'

beforeAll(async () => {
  await foundWorld()
})

async function replied(now = friday) {
  const ticket = await ticketOf(now)
  const { id } = await reply(key, ticket.id, { text: 'Con gusto le ayudamos.' }, now)
  await work(now)
  const message = (await saidOn(ticket.id)).find((one) => one.id === id)
  const letter = await letterRow(message?.letterId ?? '')
  return { ticket, letter }
}

const suppressed = async (address: string) =>
  (await db.select().from(suppressions).where(eq(suppressions.addressKey, address))).length > 0

const hard = (letter: { id: string; toAddress: string }) => ({
  raw: report({
    to: bounceTo(letter.id),
    failed: letter.toAddress,
    status: '5.1.1',
    said: `550 5.1.1 <${letter.toAddress}>: Recipient address rejected: User unknown`,
  }),
})

test('a hard bounce marks the letter, stops what waits for the address, and asks for an eye', async () => {
  const { ticket, letter } = await replied()
  const row = await arrives(hard(letter), later(5))
  expect(row).toMatchObject({ state: 'settled', kind: 'bounce', letterId: letter.id, ticketId: ticket.id })
  expect(await letterRow(letter.id)).toMatchObject({ state: 'bounced', bounceStatus: '5.1.1', bouncedAt: later(5) })
  expect((await letterRow(letter.id)).diagnostic).toContain('User unknown')
  expect(await suppressed(letter.toAddress)).toBe(true)
  expect((await ticketBy(ticket.id)).attention).toBe('letter_bounced')
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({ kind: 'bounce', visible: false, letterId: letter.id })
  await expect(reply(key, ticket.id, { text: 'Otra vez' }, later(6))).rejects.toMatchObject({
    code: 'contact.unreachable',
  })
})

test('a report that proves no letter of ours moves nothing, whatever address it names', async () => {
  const { ticket, letter } = await replied()
  const forged = report({ to: 'hola@casa.test', failed: letter.toAddress, status: '5.1.1', said: '550 User unknown' })
  expect(await arrives({ raw: forged }, later(5))).toMatchObject({ state: 'settled', kind: 'bounce', ticketId: null })
  expect(await suppressed(letter.toAddress)).toBe(false)
  expect((await letterRow(letter.id)).state).toBe('sent')
  expect((await ticketBy(ticket.id)).attention).toBeNull()
})

test('without tags the Message-ID of the letter that it returns is proof enough', async () => {
  const { letter } = await replied()
  const raw = report({
    ...{ to: 'hola@casa.test', failed: letter.toAddress, status: '5.1.1', said: '550 User unknown' },
    id: letter.messageId ?? '',
  })
  await arrives({ raw }, later(5))
  expect((await letterRow(letter.id)).state).toBe('bounced')
})

test('a delay is a line and no more; a refusal by policy does not blame the address', async () => {
  const { ticket, letter } = await replied()
  const its = { to: bounceTo(letter.id), failed: letter.toAddress }
  await arrives({ raw: report({ ...its, action: 'delayed', status: '4.4.1', said: '451 Try later' }) }, later(5))
  expect((await letterRow(letter.id)).state).toBe('sent')
  expect((await ticketBy(ticket.id)).attention).toBeNull()
  await arrives({ raw: report({ ...its, status: '5.7.1', said: '554 Blocked by policy, spamhaus' }) }, later(6))
  expect(await suppressed(letter.toAddress)).toBe(false)
  expect((await letterRow(letter.id)).state).toBe('bounced')
  expect((await ticketBy(ticket.id)).attention).toBe('letter_bounced')
  expect(await db.select().from(bounces).where(eq(bounces.letterId, letter.id))).toMatchObject([
    { severity: 'delayed' },
    { severity: 'policy' },
  ])
})

test('the third full mailbox within 14 days counts like a dead one', async () => {
  const { letter } = await replied()
  const full = () =>
    report({ to: bounceTo(letter.id), failed: letter.toAddress, status: '5.2.2', said: '552 Mailbox full' })
  await arrives({ raw: full() }, later(5))
  await arrives({ raw: full() }, later(10))
  expect(await suppressed(letter.toAddress)).toBe(false)
  await arrives({ raw: full() }, later(15))
  expect(await suppressed(letter.toAddress)).toBe(true)
})

test('a resolved ticket whose summary did not arrive opens again and asks for an eye', async () => {
  const { ticket } = await replied()
  await resolve(key, ticket.id, { ...solution, contact: spoken }, later(10))
  await work(later(10))
  const summary = (await lettersTo(ticket.id)).find(({ kind }) => kind === 'summary')
  if (!summary) throw new Error('no summary')
  await arrives(hard(summary), later(20))
  expect(await ticketBy(ticket.id)).toMatchObject({
    status: 'in_progress',
    attention: 'letter_bounced',
    reopens: 1,
    askAt: null,
    actionTaken: solution.actionTaken,
  })
})

test('an out-of-office note is one grey line: nothing opens, no clock moves, nobody is told', async () => {
  const { ticket, letter } = await replied()
  await resolve(key, ticket.id, { ...solution, contact: spoken }, later(10))
  await work(later(10))
  const before = await ticketBy(ticket.id)
  const row = await arrives(
    {
      from: letter.toAddress,
      to: replyTo(letter.id),
      subject: 'Respuesta automática: fuera de la oficina',
      text: 'Estoy de vacaciones. Regreso el 30 de noviembre de 2026.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    },
    later(15),
  )
  expect(row).toMatchObject({ state: 'settled', kind: 'automatic', ticketId: ticket.id })
  const line = (await saidOn(ticket.id)).at(-1)
  expect(line).toMatchObject({ kind: 'automatic', visible: false })
  expect(line?.returnsAt?.toISOString().slice(0, 10)).toBe('2026-11-30')
  const after = await ticketBy(ticket.id)
  expect(after).toMatchObject({ status: 'resolved', version: before.version, customerSpokeAt: before.customerSpokeAt })
  // Asked again the day after they are back, not on the day that was planned.
  expect(before.askAt?.getTime()).toBeLessThan(after.askAt?.getTime() ?? 0)
  expect(after.askAt?.toISOString().slice(0, 10)).toBe('2026-12-01')
  expect(await mailOf(ticket.id)).toEqual(['acknowledgement sent', 'reply sent', 'summary sent'])
})

test('a question that is already on its way waits too, and silence does not close while they are away', async () => {
  const { ticket, letter } = await replied()
  await resolve(key, ticket.id, { ...solution, contact: spoken }, later(10))
  await work(later(10))
  const asked = new Date((await ticketBy(ticket.id)).askAt?.getTime() ?? 0)
  const { runDue } = await import('@/lib/worker')
  await runDue(asked)
  expect(await roundsOf(ticket.id)).toMatchObject([{ sentAt: asked }])
  const note = { 'Auto-Submitted': 'auto-replied' }
  const text = 'Out of office. I will be back on 15 December 2026.'
  await arrives(
    { from: letter.toAddress, to: replyTo(letter.id), subject: 'Out of office', text, headers: note },
    asked,
  )
  const reminder = (await lettersTo(ticket.id)).find(({ kind }) => kind === 'recovery_reminder')
  expect(reminder?.notBefore.toISOString().slice(0, 10)).toBe('2026-12-16')
  const { verdictDueAt } = await ticketBy(ticket.id)
  expect(verdictDueAt?.getTime()).toBe((reminder?.notBefore.getTime() ?? 0) + days(4))
})

test('Auto-Submitted: no is a person', async () => {
  const { ticket, letter } = await replied()
  const headers = { 'Auto-Submitted': 'no' }
  await arrives({ from: letter.toAddress, to: replyTo(letter.id), headers }, later(5))
  expect((await saidOn(ticket.id)).at(-1)).toMatchObject({ kind: 'inbound', standing: 'participant' })
})

test('whoever presses spam, or writes to the address to stop at, is asked no more; their case goes on', async () => {
  for (const way of ['complaint', 'mailto']) {
    const { ticket, letter } = await replied()
    const arf = `From: fbl@proveedor.test
To: ${bounceTo(letter.id)}
Subject: complaint
Message-ID: <arf-${way}@proveedor.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f"

--f
Content-Type: text/plain

A complaint.
--f
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: x/1
Version: 1
--f
Content-Type: text/rfc822-headers

Message-ID: ${letter.messageId}
From: hola@casa.test
--f--
`
    const mail =
      way === 'complaint' ? { raw: arf } : { from: letter.toAddress, to: stopAt(letter.id), subject: 'unsubscribe' }
    expect(await arrives(mail, later(5)), way).toMatchObject({ state: 'settled' })
    const [customer] = await db
      .select()
      .from(customers)
      .where(eq(customers.id, ticket.customerId ?? ''))
    expect(customer?.optedOutAt, way).toEqual(later(5))
    expect((await saidOn(ticket.id)).filter(({ kind }) => kind === 'inbound')).toEqual([])
    expect(
      (
        await db
          .select()
          .from(invitations)
          .where(eq(invitations.customerId, customer?.id ?? ''))
      ).length,
    ).toBe(0)
  }
})

test('our own letter that comes back by itself is evidence and nothing else', async () => {
  const { ticket, letter } = await replied()
  const count = (await saidOn(ticket.id)).length
  const row = await arrives({ raw: letter.raw ?? '' }, later(5))
  expect(row).toMatchObject({ state: 'settled', kind: 'own' })
  expect((await saidOn(ticket.id)).length).toBe(count)
})
