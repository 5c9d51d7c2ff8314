import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { indexTicket, searchTickets } from '@/db/search'
import { eraseCustomer, eraseForgotten, exportCustomer, listCustomers } from '@/lib/customers'
import { customerHandlers } from '@/lib/customers/handlers'
import { drain } from '@/lib/jobs'
import { answered, now, person, somebody, twoTeams } from './people'

const manager = somebody('manager')
const mark = 'zarzamora'

beforeAll(async () => {
  await twoTeams()
  await person('cus_ana', `Ana ${mark}`, `${mark}@example.com`, { phone: '+525512345678', segment: mark })
  await person('cus_beto', 'Beto', 'beto@example.com')
  for (let at = 0; at < 205; at++) {
    const said = { id: `res_${1000 + at}`, customerId: 'cus_ana', touchpoint: 'entrega', score: 3, minutesAgo: at }
    await answered({ ...said, comment: mark }, at < 2 ? 1001 + at : undefined)
  }
  await answered(
    { id: 'res_b', customerId: 'cus_beto', touchpoint: 'caja', score: 2, comment: 'fila', minutesAgo: 1 },
    1900,
  )
  await atomically((tx) => [
    tx.insert(schema.suppressions).values({ addressKey: `${mark}@example.com`, reason: 'bounced', at: now }),
  ])
  await indexTicket(1001, mark)
  await indexTicket(1900, 'fila')
})

// Every row of every table, as text: where a word could hide.
async function everything(): Promise<string> {
  const tables = Object.values(schema).filter((each) => typeof each === 'object')
  const rows = await Promise.all(tables.map((table) => db.select().from(table as typeof schema.responses)))
  return JSON.stringify(rows)
}

test('an erased person leaves figures and not one word, wherever it stood', async () => {
  await expect(eraseCustomer(somebody('lead', 'entregas'), 'cus_ana', now)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  expect(await everything()).toContain(mark)
  await eraseCustomer(manager, 'cus_ana', now)
  await drain(customerHandlers, now)
  const responses = await db.select().from(schema.responses).where(eq(schema.responses.customerId, 'cus_ana'))
  expect(responses).toHaveLength(205)
  expect(responses.every((row) => row.score === 3 && row.comment === null)).toBe(true)
  // The segment that an answer was counted under is a figure of the tallies.
  expect((await everything()).replaceAll(`"segment":"${mark}"`, '')).not.toContain(mark)
  expect(await searchTickets(mark, 10)).toEqual([])
  expect(await searchTickets('fila', 10)).toEqual([1900])
})

test('letters that wait are cancelled, others are left alone', async () => {
  const letters = await db.select().from(schema.letters)
  expect(letters.map(({ id, state }) => [id, state]).sort()).toEqual([
    ['let_res_1000', 'cancelled'],
    ['let_res_1001', 'cancelled'],
    ['let_res_b', 'queued'],
  ])
})

test('erasing twice is erasing once, and the erased are in no list', async () => {
  await eraseCustomer(manager, 'cus_ana', now)
  const told = await db.select().from(schema.events).where(eq(schema.events.subjectId, 'cus_ana'))
  expect(told.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
    { kind: 'customer.erased', payload: { version: 2 } },
  ])
  expect((await listCustomers(manager, {})).data.map((row) => row.id)).toEqual(['cus_beto'])
  expect((await exportCustomer(manager, 'cus_ana')).customer).toMatchObject({ email: null, erasedAt: now })
})

test('whom a restored backup brings back is erased again', async () => {
  expect(await eraseForgotten(now)).toBe(0)
  await atomically((tx) => [
    tx.update(schema.customers).set({ erasedAt: null, name: 'Ana' }).where(eq(schema.customers.id, 'cus_ana')),
    tx.update(schema.responses).set({ comment: 'otra vez' }).where(eq(schema.responses.id, 'res_1000')),
  ])
  expect(await eraseForgotten(now)).toBe(1)
  expect(await everything()).not.toContain('otra vez')
})
