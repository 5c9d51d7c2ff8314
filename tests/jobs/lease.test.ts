import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { atomically, db } from '@/db'
import { jobs } from '@/db/schema'
import { drain, enqueue, every, handle, job, later, lease, mostAttempts, settle, slotKey, ticker } from '@/lib/jobs'
import { after, minutes } from '@/lib/kit/clock'

const at = new Date('2026-11-20T15:00:00Z')
const ring = job('ring', z.object({ n: z.number() }))
const quiet = job('quiet', z.object({}))

test('two workers that ask at once never get the same job', async () => {
  await atomically(() => Array.from({ length: 40 }, (_, n) => enqueue(ring, { n }, at)))
  const leases = await Promise.all([lease(25, at), lease(25, at), lease(25, at)])
  const ids = leases.flat().map((leased) => leased.id)
  expect(ids.length).toBe(40)
  expect(new Set(ids).size).toBe(40)
})

test('a worker that lost its lease changes nothing', async () => {
  await atomically((tx) => [tx.delete(jobs)])
  await atomically(() => [enqueue(ring, { n: 1 }, at)])
  const slow = await lease(5, at)
  const again = await lease(5, after(at, minutes(2)))
  expect(again.map((leased) => leased.attempts)).toEqual([2])
  await settle(slow, [{ id: slow[0]?.id ?? '', end: 'done' }], after(at, minutes(2)))
  expect((await db.select().from(jobs))[0]?.doneAt).toBeNull()
})

test('a failing job is tried twelve times, further and further apart, and then buried where a person sees it', async () => {
  await atomically((tx) => [tx.delete(jobs)])
  await atomically(() => [enqueue(ring, { n: 7 }, at)])
  let clock = at
  const times: number[] = []
  const failing = handle(ring, async () => {
    times.push(clock.getTime())
    throw Object.assign(new Error('words that must not be stored'), { code: 'NO' })
  })
  for (let turn = 0; turn < 40; turn++) {
    await drain([failing], clock)
    clock = after(clock, minutes(70))
  }
  const [row] = await db.select().from(jobs)
  expect(times.length).toBe(mostAttempts)
  expect(row?.buriedAt).not.toBeNull()
  expect(row?.lastError).toBe('NO')
})

test('a handler that must wait uses up no attempt', async () => {
  await atomically((tx) => [tx.delete(jobs)])
  await atomically(() => [enqueue(ring, { n: 1 }, at)])
  await drain([handle(ring, async () => Promise.reject(later(after(at, minutes(5)))))], at, 1)
  const [row] = await db.select().from(jobs)
  expect([row?.attempts, row?.runAt]).toEqual([0, after(at, minutes(5))])
})

test('one slot of the schedule is one job, however many processes tick', async () => {
  await atomically((tx) => [tx.delete(jobs)])
  const first = ticker([every('minute', quiet)])
  const second = ticker([every('minute', quiet)])
  await Promise.all([first(at), second(at)])
  await Promise.all([first(after(at, 20_000)), second(after(at, 59_000))])
  await first(after(at, 60_000))
  expect(slotKey('minute', at)).toBe('2026-11-20T15:00')
  expect(await db.$count(jobs, eq(jobs.kind, 'quiet'))).toBe(2)
})
