import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import {
  customers,
  events,
  jobs,
  letters,
  responses,
  slaClocks,
  tallyCuts,
  tallyDays,
  tallyReasons,
  tickets,
} from '@/db/schema'
import { isRefusal } from '@/lib/kit/refusal'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { detractor, foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})
const source = { kind: 'key', keyId: 'key_test' } as const
const send = (body: unknown, more: { idempotencyKey?: string } = {}, at = friday) =>
  receive({ ...source, ...more }, ResponseInput.parse(body), at)
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (isRefusal(error) ? error : Promise.reject(error)),
  )

test('a detractor stands with ticket, two clocks, history, tallies and the first letter, in one list', async () => {
  const received = await send(detractor())
  expect(received).toMatchObject({
    category: 'detractor',
    touchpoint: 'entrega',
    ticket: { number: 1001 },
    replay: false,
  })
  const id = received.ticket?.id ?? ''
  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id))
  expect(ticket).toMatchObject({
    teamId: world.deliveries.id,
    status: 'new',
    priority: 'high',
    responseId: received.id,
    occurrence: 1,
  })
  const clocks = await db.select().from(slaClocks).where(eq(slaClocks.ticketId, id)).orderBy(slaClocks.kind)
  expect(clocks.map((clock) => [clock.kind, clock.dueAt?.toISOString()])).toEqual([
    ['first_contact', '2026-11-20T20:00:00.000Z'],
    ['resolution', '2026-11-24T22:00:00.000Z'],
  ])
  expect(
    (await db.select().from(letters).where(eq(letters.ticketId, id))).map((letter) => [letter.kind, letter.state]),
  ).toEqual([['acknowledgement', 'queued']])
  expect((await db.select({ kind: events.kind }).from(events)).map((event) => event.kind).sort()).toEqual([
    'response.received',
    'ticket.opened',
  ])
  expect((await db.select().from(tallyDays))[0]).toMatchObject({ day: '2026-11-20', s2: 1, s9: 0 })
  expect(await db.$count(tallyCuts)).toBe(2)
  expect((await db.select().from(tallyReasons))[0]).toMatchObject({ causeId: world.late.id, detractors: 1 })
  const words = JSON.stringify([await db.select().from(events), await db.select().from(jobs)])
  expect(words).not.toMatch(/nadie|ana\.ruiz|Lucía/)
})

test('the same customer at the same touchpoint joins the open ticket, one priority graver, and no second letter leaves', async () => {
  const first = await send(detractor({ customer: { email: 'dos@correo.mx' } }))
  const second = await send(detractor({ customer: { email: 'DOS@correo.mx ' }, score: 5 }), {}, later(60))
  expect(second.ticket).toEqual(first.ticket)
  const [ticket] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, first.ticket?.id ?? ''))
  expect(ticket).toMatchObject({ answers: 2, priority: 'urgent', priorityReason: 'repeat', version: 2 })
  expect(await db.$count(letters, eq(letters.ticketId, ticket?.id ?? ''))).toBe(1)
})

test('fifteen days later the same customer opens a ticket of its own, known as the second time', async () => {
  const customer = { email: 'quince@correo.mx' }
  const first = await send(detractor({ customer }))
  const second = await send(detractor({ customer }), {}, later(15 * 1440))
  expect(second.ticket?.id).not.toBe(first.ticket?.id)
  const [ticket] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, second.ticket?.id ?? ''))
  expect(ticket).toMatchObject({ occurrence: 2, priorityReason: 'repeat', priority: 'urgent' })
})

test('a promoter leaves no ticket and a passive neither', async () => {
  for (const score of [7, 8, 9, 10]) expect((await send(detractor({ score, reasons: [] }))).ticket).toBeNull()
})

test('twenty parallel submissions of one key are one response with one ticket', async () => {
  const body = detractor({ customer: { email: 'veinte@correo.mx' } })
  const all = await Promise.all(Array.from({ length: 20 }, () => send(body, { idempotencyKey: 'same' })))
  expect(new Set(all.map((one) => one.id)).size).toBe(1)
  expect(new Set(all.map((one) => one.ticket?.number)).size).toBe(1)
  expect(all.filter((one) => !one.replay).length).toBe(1)
})

test('the same key with another content is refused and the first stands untouched', async () => {
  await send(detractor({ externalId: 'e-1' }))
  const refusal = await refusalOf(send(detractor({ externalId: 'e-1', score: 9 })))
  expect(refusal?.code).toBe('idempotency.reused')
  expect(await db.$count(responses, eq(responses.externalKey, `${world.surveys.nps.id}:e-1`))).toBe(1)
})

test('thirty detractors of one new customer at once are thirty responses, one customer and one ticket', async () => {
  const all = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      send(detractor({ customer: { externalId: 'crowd', email: 'crowd@correo.mx' }, comment: `n ${n}` })).catch(
        () => null,
      ),
    ),
  )
  const taken = all.flatMap((one) => one ?? [])
  expect(taken.length).toBeGreaterThan(0)
  expect(new Set(taken.map((one) => one.ticket?.id)).size).toBe(1)
  expect(await db.$count(customers, eq(customers.externalId, 'crowd'))).toBe(1)
  expect(await db.$count(responses, eq(responses.ticketId, taken[0]?.ticket?.id ?? ''))).toBe(taken.length)
})

test.each([
  ['survey', { survey: 'nada' }, 'survey.unknown'],
  ['survey', { survey: 'cerrada' }, 'survey.closed'],
  ['survey', { survey: 'recuperacion' }, 'survey.unknown'],
  ['touchpoint', { touchpoint: 'nada' }, 'touchpoint.unknown'],
  ['reasons.0', { reasons: ['nada'] }, 'reason.unknown'],
  ['submittedAt', { submittedAt: '2026-11-20T16:06:00Z' }, 'time.ahead'],
])('a wrong %s is refused by its name and nothing is stored', async (path, over, code) => {
  const before = await db.$count(responses)
  const refusal = await refusalOf(send(detractor(over)))
  expect(refusal?.issues.map((issue) => [issue.path, issue.code])).toEqual([[path, code]])
  expect(await db.$count(responses)).toBe(before)
})

test('two records that one answer points to are both flagged, externalId decides and the e-mail stays where it was', async () => {
  await send(detractor({ customer: { externalId: 'X-1', email: 'x1@correo.mx' } }))
  await send(detractor({ customer: { email: 'otro@correo.mx', name: 'Otro' } }))
  await send(detractor({ customer: { externalId: 'X-1', email: 'otro@correo.mx' } }), {}, later(1))
  const rows = await db.select().from(customers).where(eq(customers.flagged, true)).orderBy(customers.createdAt)
  expect(rows.map((row) => [row.externalId, row.email])).toEqual([
    ['X-1', 'x1@correo.mx'],
    [null, 'otro@correo.mx'],
  ])
})

test('an older answer overwrites nothing that a newer one said, absent keeps and null clears', async () => {
  const customer = { externalId: 'Y-1', name: 'Nueva', phone: '+52 55 1234 5678', segment: 'hogar' }
  await send(detractor({ customer }))
  await send(detractor({ customer: { externalId: 'Y-1', name: 'Vieja' }, submittedAt: '2026-01-01T00:00:00Z' }))
  await send(detractor({ customer: { externalId: 'Y-1', phone: null } }), {}, later(2))
  const [row] = await db.select().from(customers).where(eq(customers.externalId, 'Y-1'))
  expect(row).toMatchObject({ name: 'Nueva', phone: null, segment: 'hogar' })
})
