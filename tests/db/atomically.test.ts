import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { atomically, db, freeze, frozen, isDuplicate, manyOf, must } from '@/db'
import { nextNumber } from '@/db/numbers'
import { counters, jobs, organization } from '@/db/schema'
import { indexTicket, searchTickets } from '@/db/search'

const at = new Date('2026-11-20T15:04:05.678Z')
const job = (id: string) => ({
  id,
  kind: 'test',
  payload: { ñ: ['á', 1, true] },
  key: null,
  runAt: at,
  leasedUntil: null,
  lease: null,
  attempts: 0,
  lastError: null,
  doneAt: null,
  buriedAt: null,
  createdAt: at,
})
const insertJob = frozen(jobs)
const insertJobs = manyOf(jobs)

test('a frozen insert stores the same values that drizzle stores, instants, JSON and flags included', async () => {
  await atomically((tx) => [insertJob(job('frozen')), tx.insert(jobs).values(job('built'))])
  const rows = await db.select().from(jobs).where(eq(jobs.kind, 'test')).orderBy(jobs.id)
  expect(rows).toEqual([job('built'), job('frozen')])
})

test('a list resolves to the rows of each returning, in order, as JavaScript values', async () => {
  const [nothing, some] = await atomically((tx) => [
    insertJob(job('first')),
    tx.update(jobs).set({ attempts: 3 }).where(eq(jobs.id, 'first')).returning({ id: jobs.id, runAt: jobs.runAt }),
  ])
  expect(nothing).toEqual([])
  expect(some).toEqual([{ id: 'first', runAt: at }])
})

test('one refused list is undone alone, the lists beside it stand', async () => {
  const refused = new Error('gone')
  const lists = await Promise.allSettled([
    atomically(() => [insertJob(job('beside-1'))]),
    atomically((tx) => [
      insertJob(job('undone')),
      must(tx.update(jobs).set({ attempts: 9 }).where(eq(jobs.id, 'no such job')), () => refused),
    ]),
    atomically(() => [insertJob(job('beside-2'))]),
  ])
  expect(lists.map((list) => list.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((lists[1] as PromiseRejectedResult).reason).toBe(refused)
  const ids = (await db.select({ id: jobs.id }).from(jobs)).map((row) => row.id)
  expect(ids).toContain('beside-1')
  expect(ids).toContain('beside-2')
  expect(ids).not.toContain('undone')
})

test('a duplicate is recognised on either engine and undoes its own list', async () => {
  await atomically(() => [insertJob({ ...job('one'), key: 'same' })])
  const error = await atomically(() => [insertJob(job('two')), insertJob({ ...job('three'), key: 'same' })]).catch(
    (e: unknown) => e,
  )
  expect(isDuplicate(error)).toBe(true)
  expect(await db.select().from(jobs).where(eq(jobs.id, 'two'))).toEqual([])
})

test('an async list is refused by the compiler', () => {
  // @ts-expect-error a promise is no list
  const wrong = () => atomically(async () => [])
  expect(wrong).toBeTypeOf('function')
})

test('many rows go in few statements and none is missed', async () => {
  const rows = Array.from({ length: 107 }, (_, n) => job(`many-${String(n).padStart(3, '0')}`))
  const writes = insertJobs(rows)
  expect(writes.length).toBe(1 + 2 + 2 + 3)
  await atomically(() => writes)
  expect(await db.$count(jobs, sql`${jobs.id} like 'many-%'`)).toBe(107)
})

test('a frozen upsert adds up under many writers at once', async () => {
  const add = freeze<{ name: string; by: number }>('test add', (tx) =>
    tx
      .insert(counters)
      .values({ name: sql.placeholder('name'), value: sql.placeholder('by') })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } }),
  )
  await Promise.all(Array.from({ length: 60 }, () => atomically(() => [add({ name: 'sum', by: 2 })])))
  expect(await db.select().from(counters).where(eq(counters.name, 'sum'))).toEqual([{ name: 'sum', value: 120 }])
})

test('ticket numbers begin at 1001, never repeat and never wait for each other', async () => {
  const numbers = await Promise.all(Array.from({ length: 90 }, () => nextNumber('tickets')))
  expect(numbers[0]).toBe(1001)
  expect(new Set(numbers).size).toBe(90)
})

test('a flag and a null survive the frozen road', async () => {
  const own = {
    id: 'org',
    name: 'Casa Lúa',
    country: 'MX',
    locale: 'es',
    timeZone: 'America/Mexico_City',
    currency: 'MXN',
    formOfAddress: 'usted' as const,
    contactDefault: true,
    valueThreshold: null,
    sample: false,
    gestureLimit: null,
    createdAt: at,
    version: 1,
  }
  await atomically(() => [frozen(organization)(own)])
  expect(await db.select().from(organization)).toEqual([own])
})

test('tickets are found by their words without accents, the last word as a prefix', async () => {
  await indexTicket(1001, 'llego diez dias tarde ana ruiz')
  await indexTicket(1002, 'la factura llego mal')
  expect(await searchTickets('llego', 10)).toEqual([1002, 1001])
  expect(await searchTickets('llego dia', 10)).toEqual([1001])
  expect(await searchTickets('"; drop', 10)).toEqual([])
})
