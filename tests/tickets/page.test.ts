import { beforeAll, expect, test } from 'vitest'
import { atomically } from '@/db'
import { touchpointCauses } from '@/db/schema'
import { after, hours } from '@/lib/kit/clock'
import {
  addNote,
  assignToMe,
  changeStatus,
  logContact,
  takeNext,
  ticketById,
  ticketByNumber,
  ticketNeighbours,
  ticketTimeline,
} from '@/lib/tickets'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from './world'

beforeAll(foundWorld)
const now = after(monday, hours(3))

test('a ticket’s page holds its answer, its customer, what else they scored and where else they wait', async () => {
  const earlier = await stand({
    score: 5,
    touchpointId: 'tou_invoice',
    teamId: 'tea_billing',
    customer: { name: 'Ana Ruiz' },
  })
  const customer = { id: earlier.customerId ?? '' }
  const ticket = await stand({ customer, reasons: ['cau_late'], assigneeId: mariana.id, occurrence: 2 })
  await atomically((tx) => [
    tx.insert(touchpointCauses).values({ touchpointId: 'tou_home', causeId: 'cau_late', position: 1 }),
  ])
  await addNote(mariana, ticket.id, { text: 'La guía dice «cliente ausente».' }, monday)
  await logContact(
    ruben,
    ticket.id,
    { channel: 'phone', direction: 'out', outcome: 'spoke', note: 'Contestó' },
    after(monday, hours(1)),
  )
  const page = await ticketByNumber(mariana, ticket.number, now)
  expect(page).toMatchObject({
    ticket: { id: ticket.id, version: 3, status: 'in_progress' },
    answers: [
      {
        comment: 'Llegó diez días tarde',
        survey: { slug: 'nps' },
        reasons: [{ name: 'motivo late' }],
      },
    ],
    customer: { name: 'Ana Ruiz', suppressed: null },
    scores: [{ score: 5, touchpoint: { slug: 'invoice' } }],
    others: [{ number: earlier.number, own: false, status: 'new', score: 5, more: null }],
    messages: [{ kind: 'note', authorId: mariana.id, text: 'La guía dice «cliente ausente».', letter: null }],
    attempts: [{ outcome: 'spoke', note: 'Contestó' }],
    names: { [mariana.id]: 'mariana', [ruben.id]: 'ruben' },
    assignee: { name: 'mariana', active: true },
    team: { slug: 'delivery' },
    policy: { name: 'Estándar' },
    loop: ['done', 'done', 'now', 'next', 'next'],
    evidence: 'two_way',
    allowed: ['waiting_customer', 'waiting_third_party', 'resolved', 'discarded'],
    clocks: [
      { kind: 'first_contact', state: 'met', left: 180, late: false },
      { kind: 'resolution', state: 'running', left: 1_260 },
    ],
  })
  expect(page.choices.people.map(({ name }) => name)).toEqual(['lead', 'mariana', 'ruben'])
  expect(page.choices.causes.map(({ slug, here }) => [slug, here])).toEqual([
    ['late', true],
    ['broken', false],
  ])
  expect((await ticketById(manager, ticket.id, now)).others).toMatchObject([{ own: true, more: { priority: 'high' } }])
  await expect(ticketByNumber(stranger, ticket.number, now)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(ticketByNumber(stranger, 1, now)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(ticketByNumber(viewer, ticket.number, now)).rejects.toMatchObject({ code: 'identity.forbidden' })
})

test('history tells who did what, never what a customer said', async () => {
  const { id } = await stand({ comment: 'palabras del cliente' })
  await assignToMe(mariana, id, {}, monday)
  const { events, names } = await ticketTimeline(lead, id)
  expect(events.map(({ kind }) => kind)).toEqual(['ticket.opened', 'ticket.assigned'])
  expect(names).toEqual({ [mariana.id]: 'mariana' })
  expect(JSON.stringify(events)).not.toMatch(/palabras|Ana|example/)
  await expect(ticketTimeline(stranger, id)).rejects.toMatchObject({ code: 'ticket.unknown' })
})

test('one walks from ticket to ticket in the order of the list', async () => {
  const [first, second, third] = [
    await stand({ teamId: 'tea_billing', at: after(monday, hours(-30)) }),
    await stand({ teamId: 'tea_billing', at: after(monday, hours(-29)) }),
    await stand({ teamId: 'tea_billing', at: after(monday, hours(-28)) }),
  ]
  expect(await ticketNeighbours(stranger, { view: 'triage' }, second.id, now)).toMatchObject({
    position: 2,
    previous: first.number,
    next: third.number,
  })
  expect(await ticketNeighbours(stranger, { view: 'mine' }, second.id, now)).toEqual({
    position: null,
    total: 0,
    previous: null,
    next: null,
  })
})

test('whoever asks for the next ticket gets another one than their neighbour', async () => {
  const made = await Promise.all([1, 2, 3].map((hour) => stand({ at: after(monday, hours(-100 + hour)) })))
  const taken = await Promise.all([takeNext(mariana, {}, now), takeNext(ruben, {}, now), takeNext(lead, {}, now)])
  expect(new Set(taken.map((one) => one?.id))).toEqual(new Set(made.map(({ id }) => id)))
  await Promise.all(taken.map((one) => one && changeStatus(lead, one.id, { status: 'in_progress' }, now)))
  let rest = 0
  while (await takeNext(stranger, {}, now)) rest++
  expect(await takeNext(stranger, {}, now)).toBeNull()
  expect(rest).toBeGreaterThan(0)
})
