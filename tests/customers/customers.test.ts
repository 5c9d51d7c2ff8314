import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { events } from '@/db/schema'
import {
  createCustomer,
  customerById,
  customerHistory,
  customerPage,
  exportCustomer,
  listCustomers,
  unsubscribe,
  unsubscribePage,
  updateCustomer,
} from '@/lib/customers'
import { sealToken } from '@/lib/kit/seal'
import { ago, answered, help, now, person, somebody, twoTeams } from './people'

const manager = somebody('manager')
const deliveries = somebody('agent', 'entregas')
const tills = somebody('agent', 'cajas')
const ana = 'cus_00000000000000000000000ana'

beforeAll(async () => {
  await twoTeams()
  await person(ana, 'Ana Ruiz', 'ana@example.com', { externalId: 'C-1' })
  await person('cus_beto', 'Beto Núñez', 'beto@example.com')
  await person('cus_caro', 'Carolina Paz', 'caro@example.com')
  await answered(
    { id: 'res_a1', customerId: ana, touchpoint: 'entrega', score: 3, comment: 'tarde', minutesAgo: 30 },
    1001,
  )
  await answered(
    { id: 'res_a2', customerId: ana, touchpoint: 'caja', score: 2, comment: 'cobro', minutesAgo: 20 },
    1002,
  )
  await answered({ id: 'res_a3', customerId: ana, touchpoint: 'caja', score: 9, comment: 'mejor', minutesAgo: 10 })
  await answered(
    { id: 'res_b1', customerId: 'cus_beto', touchpoint: 'caja', score: 1, comment: 'fila', minutesAgo: 5 },
    1003,
  )
})

const names = async (...given: Parameters<typeof listCustomers>) =>
  (await listCustomers(...given)).data.map((customer) => customer.name)

test('customers are found however their name is written, a page at a time', async () => {
  expect(await names(manager, {})).toEqual(['Ana Ruiz', 'Beto Núñez', 'Carolina Paz'])
  expect(await names(manager, { q: 'NUNEZ' })).toEqual(['Beto Núñez'])
  expect(await names(manager, { q: 'C-1' })).toEqual(['Ana Ruiz'])
  const first = await listCustomers(manager, { limit: 2 })
  expect(first.nextCursor).not.toBeNull()
  expect(await names(manager, { limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['Carolina Paz'])
})

test('a team sees its own customers and nobody else; a viewer sees none', async () => {
  expect(await names(deliveries, {})).toEqual(['Ana Ruiz'])
  expect(await names(tills, {})).toEqual(['Ana Ruiz', 'Beto Núñez'])
  expect(await names(somebody('lead'), {})).toEqual([])
  await expect(customerPage(deliveries, 'cus_beto')).rejects.toMatchObject({ code: 'customer.unknown' })
  await expect(customerPage(manager, 'cus_missing')).rejects.toMatchObject({ code: 'customer.unknown' })
  await expect(listCustomers(somebody('viewer'), {})).rejects.toMatchObject({ code: 'identity.forbidden' })
})

test("another team's ticket is one line, and its words are not shown", async () => {
  const page = await customerPage(deliveries, ana)
  expect(page.tickets.map(({ number, own, priority }) => ({ number, own, priority }))).toEqual([
    { number: 1002, own: false, priority: null },
    { number: 1001, own: true, priority: 'high' },
  ])
  expect(page.answers.map(({ score, comment, hidden }) => ({ score, comment, hidden }))).toEqual([
    { score: 9, comment: null, hidden: true },
    { score: 2, comment: null, hidden: true },
    { score: 3, comment: 'tarde', hidden: false },
  ])
  expect(page.letters.map((letter) => letter.id)).toEqual(['let_res_a1'])
  await help('tic_res_a2', 'entregas')
  expect((await customerPage(deliveries, ana)).tickets.every((ticket) => ticket.own)).toBe(true)
  const whole = await customerPage(manager, ana)
  expect(whole.answers.map((answer) => answer.comment)).toEqual(['mejor', 'cobro', 'tarde'])
  expect(whole.letters).toHaveLength(2)
})

test('history goes back in time, page after page, without a gap', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await customerHistory(manager, ana, { cursor, limit: 2 })
    seen.push(...page.data.map((line) => line.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  await expect(customerHistory(deliveries, ana, {})).rejects.toMatchObject({ code: 'identity.forbidden' })
})

test('a change is guarded by its version and told without words', async () => {
  const { version } = await customerById(manager, ana)
  await updateCustomer(manager, ana, { name: 'Ana Lucía Ruiz', segment: 'mayoreo' }, version, now)
  await expect(updateCustomer(manager, ana, { name: 'X' }, version, now)).rejects.toMatchObject({
    code: 'customer.stale',
  })
  await expect(updateCustomer(manager, ana, { email: 'BETO@example.com' }, null, now)).rejects.toMatchObject({
    code: 'customer.taken',
  })
  await expect(updateCustomer(deliveries, ana, { name: 'X' }, null, now)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  expect(await names(manager, { q: 'lucia' })).toEqual(['Ana Lucía Ruiz'])
  const told = await db.select().from(events).where(eq(events.subjectId, ana))
  expect(told.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
    { kind: 'customer.updated', payload: { version: version + 1, fields: ['name', 'segment'] } },
  ])
})

test('somebody new needs something to be known by', async () => {
  await expect(createCustomer(manager, { name: 'Nadie' }, now)).rejects.toMatchObject({ code: 'customer.nobody' })
  await expect(createCustomer(manager, { email: ' Ana@Example.com ' }, now)).rejects.toMatchObject({
    code: 'customer.taken',
  })
  const { id } = await createCustomer(manager, { email: 'dora@example.com', name: 'Dora' }, now)
  expect((await customerById(manager, id)).emailKey).toBe('dora@example.com')
})

test('the unsubscribe link works as often as it is pressed, for its own customer only', async () => {
  const { id } = await createCustomer(manager, { email: 'eva@example.com' }, now)
  const token = sealToken('unsubscribe', id)
  expect(await unsubscribePage(token)).toEqual({ optedOut: false, language: null })
  await unsubscribe(token, now)
  await unsubscribe(token, ago(-5))
  expect(await unsubscribePage(token)).toMatchObject({ optedOut: true })
  expect((await customerById(manager, id)).optedOutAt).toEqual(now)
  await updateCustomer(manager, id, { surveys: true }, null, now)
  expect((await customerById(manager, id)).optedOutAt).toBeNull()
  await expect(unsubscribe(`${token.slice(0, -1)}0`, now)).rejects.toMatchObject({ code: 'unsubscribe.unknown' })
})

test('an export holds all of one person and nothing of another', async () => {
  const text = JSON.stringify(await exportCustomer(manager, ana))
  for (const word of [
    'tarde',
    'tarde-antes',
    'tarde-nota',
    'tarde-resumen',
    'tarde-asunto',
    'mejor',
    'ana@example.com',
  ]) {
    expect(text).toContain(word)
  }
  for (const word of ['fila', 'beto', 'Núñez']) expect(text).not.toContain(word)
  await expect(exportCustomer(deliveries, ana)).rejects.toMatchObject({ code: 'identity.forbidden' })
})
