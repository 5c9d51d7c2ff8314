import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { events, slaClocks, suppressions, tickets } from '@/db/schema'
import { after, days, hours, minutes } from '@/lib/kit/clock'
import {
  changeStatus,
  decideClose,
  decideContacted,
  decideReopen,
  decideReply,
  decideResolve,
  decideSpoke,
  dossierOf,
  logContact,
  reopen,
} from '@/lib/tickets'
import { foundWorld, lead, mariana, monday, stand } from './world'

beforeAll(foundWorld)

const rowOf = async (id: string) => {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id))
  if (!row) throw new Error('no such ticket')
  return row
}
const clockOf = async (id: string, kind: 'first_contact' | 'resolution') =>
  (await db.select().from(slaClocks).where(eq(slaClocks.ticketId, id))).find((clock) => clock.kind === kind)
const factsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)).map(({ kind }) => kind.slice(7))
const spoke = { channel: 'phone', direction: 'out', outcome: 'spoke' } as const
const silent = { channel: 'phone', direction: 'out', outcome: 'no_answer' } as const
const solution = { rootCause: 'cau_late', actionTaken: 'Nueva cita', summary: 'El sábado llega su sala.' }
const system = { kind: 'system', id: 'test' } as const

test('a call that succeeds fixes the first contact for good', async () => {
  const { id } = await stand()
  await logContact(mariana, id, silent, after(monday, minutes(30)))
  expect(await rowOf(id)).toMatchObject({ status: 'in_progress', attempts: 1, contacts: 0, firstContactAt: null })
  const first = after(monday, minutes(60))
  await logContact(mariana, id, spoke, first)
  await logContact(mariana, id, spoke, after(monday, minutes(90)))
  expect(await rowOf(id)).toMatchObject({ attempts: 3, contacts: 2, firstContactAt: first, version: 4 })
  expect(await clockOf(id, 'first_contact')).toMatchObject({ state: 'met', settledAt: first })
  expect(await factsOf(id)).toEqual(['opened', 'contact_logged', 'contact_logged', 'contacted', 'contact_logged'])
  expect((await rowOf(id)).nextDueAt).toEqual((await clockOf(id, 'resolution'))?.dueAt)
})

test('a letter that left is the first contact; told twice it changes nothing, and nobody’s version moves', async () => {
  const ticket = await stand()
  const replied = decideReply(
    mariana,
    await dossierOf(mariana, ticket.id),
    { messageId: 'msg', letterId: 'let_1', wait: true },
    monday,
  )
  await atomically(() => replied.steps)
  const sent = after(monday, minutes(5))
  for (const at of [sent, after(sent, minutes(1))]) {
    await atomically(() => decideContacted(mariana, ticket, 'let_00000000000000000000000001', at))
  }
  expect(await rowOf(ticket.id)).toMatchObject({
    status: 'waiting_customer',
    firstContactAt: sent,
    attempts: 1,
    version: 3,
  })
  expect(await clockOf(ticket.id, 'first_contact')).toMatchObject({ state: 'met', settledAt: sent })
  expect((await dossierOf(mariana, ticket.id)).attempts.length).toBe(1)
})

test('waiting for the customer pauses the resolution clock, their word brings it back with what was left', async () => {
  const { id } = await stand({ assigneeId: mariana.id })
  await changeStatus(mariana, id, { status: 'in_progress' }, monday)
  await changeStatus(mariana, id, { status: 'waiting_customer', reason: 'la foto de la guía' }, after(monday, hours(1)))
  expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'paused', left: 1_380 })
  expect(await rowOf(id)).toMatchObject({ waitingReason: 'la foto de la guía', waitingUntil: after(monday, hours(73)) })
  const back = after(monday, hours(25))
  await atomically(() => [])
  const decided = decideSpoke(await dossierOf(mariana, id), 'email', back)
  await atomically(() => decided.steps)
  expect(await rowOf(id)).toMatchObject({
    status: 'in_progress',
    contacts: 1,
    customerSpokeAt: back,
    waitingUntil: null,
  })
  const clock = await clockOf(id, 'resolution')
  expect([clock?.state, clock?.dueAt?.toISOString()]).toEqual(['running', '2026-11-19T22:00:00.000Z'])
})

test('waiting for others lets the clock run', async () => {
  const { id } = await stand()
  await changeStatus(mariana, id, { status: 'in_progress' }, monday)
  await changeStatus(mariana, id, { status: 'waiting_third_party' }, monday)
  expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'running' })
})

test('resolving names everything that is missing at once', async () => {
  const { id } = await stand()
  await expect(changeStatus(mariana, id, { status: 'resolved' }, monday)).rejects.toMatchObject({
    code: 'ticket.incomplete',
    facts: { missing: ['rootCause', 'actionTaken', 'summary', 'contact'] },
  })
  expect(await rowOf(id)).toMatchObject({ status: 'new', version: 1 })
})

test('a contact logged while resolving is the evidence; the customer is asked again a day later, in business hours', async () => {
  const { id } = await stand({ assigneeId: mariana.id })
  const friday = new Date('2026-11-20T23:00:00Z')
  const decided = decideResolve(mariana, await dossierOf(mariana, id), { ...solution, contact: spoke }, friday)
  await atomically(() => decided.steps)
  expect(await rowOf(id)).toMatchObject({
    status: 'resolved',
    open: false,
    evidence: 'two_way',
    resolvedAt: friday,
    resolvedBy: mariana.id,
    askAt: new Date('2026-11-23T15:00:00Z'),
    verdictDueAt: null,
    nextDueAt: null,
    alarmAt: null,
    version: 3,
  })
  expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'stopped' })
  expect(await factsOf(id)).toEqual(['opened', 'contact_logged', 'contacted', 'resolved'])
})

test('three attempts on two days and by two ways are evidence too, where two ways are known', async () => {
  const { id } = await stand({ customer: { phone: '+525512345678' } })
  for (const hour of [0, 1, 25]) await logContact(mariana, id, silent, after(monday, hours(hour)))
  const now = after(monday, hours(26))
  const by = async () => decideResolve(mariana, await dossierOf(mariana, id), solution, now)
  await expect(by()).rejects.toMatchObject({ code: 'ticket.incomplete', facts: { missing: ['contact'] } })
  await logContact(mariana, id, { ...silent, channel: 'email' }, now)
  expect((await by()).ticket).toMatchObject({ status: 'resolved', evidence: 'attempts', firstContactAt: null })
})

test('who declined or cannot be reached is told and asked nothing: resolved and closed at once', async () => {
  const declined = await stand()
  await logContact(mariana, declined.id, { ...spoke, outcome: 'declined' }, monday)
  const unreachable = await stand({ customer: { email: 'gone@example.com' } })
  await atomically((tx) => [
    tx.insert(suppressions).values({ addressKey: 'gone@example.com', reason: 'bounced', at: monday }),
  ])
  const cases = [
    [declined.id, 'declined'],
    [unreachable.id, 'unreachable'],
  ] as const
  for (const [id, outcome] of cases) {
    const { summary: _, ...untold } = solution
    const decided = decideResolve(mariana, await dossierOf(mariana, id), untold, after(monday, hours(1)))
    await atomically(() => decided.steps)
    expect(await rowOf(id)).toMatchObject({ status: 'closed', outcome, askAt: null, verdictDueAt: null, joinKey: null })
    expect((await factsOf(id)).slice(-2)).toEqual(['resolved', 'closed'])
  }
})

test('a verdict closes; a second one reopens, due later by the time it lay closed, one level up, twice at most', async () => {
  const { id, joinKey } = await stand()
  const resolvedAt = after(monday, hours(2))
  let decided = decideResolve(mariana, await dossierOf(mariana, id), { ...solution, contact: spoke }, resolvedAt)
  await atomically(() => decided.steps)
  expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'met', left: 1_320 })
  const back = after(monday, days(1))
  decided = decideReopen(system, await dossierOf(system, id), 'verdict', back)
  await atomically(() => decided.steps)
  expect(await rowOf(id)).toMatchObject({
    status: 'in_progress',
    reopens: 1,
    rounds: 1,
    escalation: 1,
    askAt: null,
    joinKey,
    rootCauseId: 'cau_late',
  })
  expect((await clockOf(id, 'resolution'))?.dueAt?.toISOString()).toBe('2026-11-19T20:00:00.000Z')
  for (const round of [2, 3]) {
    decided = decideResolve(mariana, await dossierOf(mariana, id), solution, after(back, hours(round)))
    await atomically(() => decided.steps)
    const again = async () => decideReopen(system, await dossierOf(system, id), 'verdict', after(back, hours(round)))
    if (round === 3) await expect(again()).rejects.toMatchObject({ code: 'ticket.rounds' })
    else {
      decided = await again()
      await atomically(() => decided.steps)
    }
  }
  decided = decideClose(
    system,
    await dossierOf(system, id),
    { outcome: 'not_recovered', score: 4 },
    after(back, hours(4)),
  )
  await atomically(() => decided.steps)
  expect(await rowOf(id)).toMatchObject({ status: 'closed', outcome: 'not_recovered', verdictScore: 4, joinKey: null })
})

test('a lead reopens within thirty days, an agent does not, and nobody later', async () => {
  const { id } = await stand({ contactAllowed: false })
  const decided = decideResolve(mariana, await dossierOf(mariana, id), solution, monday)
  await atomically(() => decided.steps)
  await expect(reopen(mariana, id, {}, monday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(reopen(lead, id, {}, after(monday, days(31)))).rejects.toMatchObject({ code: 'ticket.tooOld' })
  await changeStatus(lead, id, { status: 'in_progress' }, after(monday, days(2)))
  expect(await rowOf(id)).toMatchObject({ status: 'in_progress', reopens: 1, rounds: 0, outcome: null })
  await expect(reopen(lead, id, {}, monday)).rejects.toMatchObject({ code: 'ticket.transition' })
})
