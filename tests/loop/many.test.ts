import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { customers, events, letters, responses, tallyDays, tickets } from '@/db/schema'
import { isRefusal } from '@/lib/kit/refusal'
import { changeAnswer, receive, receiveMany } from '@/lib/loop'
import { type AnswerChange, ResponseInput } from '@/lib/surveys/shared'
import { detractor, foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})
const items = (bodies: Record<string, unknown>[], keyed = true) =>
  bodies.map((body, n) => ({ input: ResponseInput.parse(detractor(body)), idempotencyKey: keyed ? `row-${n}` : null }))
const history = { kind: 'import', importId: 'imp_test', history: true } as const
const tallied = async () =>
  (await db.select({ n: sql<number>`sum(s0+s1+s2+s3+s4+s5+s6+s7+s8+s9+s10)`.mapWith(Number) }).from(tallyDays))[0]?.n ??
  0

test('history of 450 rows is stored without a ticket or a letter, counted once, with one fact per chunk', async () => {
  const bodies = Array.from({ length: 450 }, (_, n) => ({
    score: n % 11,
    customer: { email: `p${n % 90}@correo.mx` },
    submittedAt: `2026-0${1 + (n % 9)}-15T12:00:00Z`,
  }))
  const results = await receiveMany(history, items(bodies), friday)
  expect(results.filter(isRefusal)).toEqual([])
  expect(await db.$count(responses)).toBe(450)
  expect(await db.$count(customers)).toBe(90)
  expect([await db.$count(tickets), await db.$count(letters)]).toEqual([0, 0])
  expect(await db.$count(events, eq(events.kind, 'response.received'))).toBe(3)
  expect(await tallied()).toBe(450)
})

test('the same rows a second time are replays and count nothing', async () => {
  const bodies = Array.from({ length: 450 }, (_, n) => ({
    score: n % 11,
    customer: { email: `p${n % 90}@correo.mx` },
    submittedAt: `2026-0${1 + (n % 9)}-15T12:00:00Z`,
  }))
  const results = await receiveMany(history, items(bodies), later(60))
  expect(results.every((result) => !isRefusal(result) && result.replay)).toBe(true)
  expect(await tallied()).toBe(450)
})

test('one bad row never costs the others, and each says what is wrong with it', async () => {
  const results = await receiveMany(history, items([{ score: 9 }, { touchpoint: 'nada' }, { score: 8 }], false), friday)
  expect(results.map((result) => (isRefusal(result) ? result.issues[0]?.path : result.category))).toEqual([
    'promoter',
    'touchpoint',
    'passive',
  ])
})

test('a batch that is no history opens tickets as single answers do', async () => {
  const results = await receiveMany(
    { kind: 'key', keyId: 'key_test' },
    items([{ customer: { email: 'a@b.mx' } }, { score: 10, customer: { email: 'c@d.mx' } }], false),
    friday,
  )
  expect(results.map((result) => !isRefusal(result) && result.ticket !== null)).toEqual([true, false])
})

const change = (over: Partial<AnswerChange>): AnswerChange => ({
  score: 9,
  reasons: [],
  comment: null,
  commentType: null,
  ...over,
})

test('an answer changed from 2 to 9 moves its tally, keeps its ticket and remembers what was said', async () => {
  const first = await receive(
    { kind: 'link' },
    ResponseInput.parse(detractor({ customer: { email: 'cambia@correo.mx' } })),
    friday,
  )
  const before = await tallied()
  const changed = await changeAnswer(first.id, change({ comment: 'Ya llegó' }), later(30))
  expect(changed).toMatchObject({ category: 'promoter', ticket: first.ticket })
  expect(await tallied()).toBe(before)
  expect((await db.select().from(responses).where(eq(responses.id, first.id)))[0]).toMatchObject({
    score: 9,
    revision: 2,
    comment: 'Ya llegó',
  })
})

test('an answer changed for the worse opens the ticket that the rules ask for', async () => {
  const first = await receive(
    { kind: 'link' },
    ResponseInput.parse(detractor({ score: 9, reasons: [], customer: { email: 'peor@correo.mx' } })),
    friday,
  )
  expect(first.ticket).toBeNull()
  const changed = await changeAnswer(first.id, change({ score: 1, reasons: [world.late.slug] }), later(5))
  expect(changed.ticket?.number).toBeGreaterThan(1000)
  expect(
    (
      await db
        .select()
        .from(tickets)
        .where(eq(tickets.id, changed.ticket?.id ?? ''))
    )[0],
  ).toMatchObject({ responseId: first.id, score: 1 })
})

test('after a day an answer stands', async () => {
  const first = await receive(
    { kind: 'link' },
    ResponseInput.parse(detractor({ customer: { email: 'tarde@correo.mx' } })),
    friday,
  )
  const error = await changeAnswer(first.id, change({}), later(24 * 60 + 1)).catch((e: unknown) => e)
  expect(isRefusal(error) && error.code).toBe('response.gone')
})
