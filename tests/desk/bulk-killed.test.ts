import { type ChildProcess, spawn } from 'node:child_process'
import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { events, jobs, ticketTags } from '@/db/schema'
import { bulkRun } from '@/lib/desk'
import { foundWorld, type World } from '../support/world'
import { several, start, work } from './runs'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('a worker killed for real, again and again, changes each ticket once', async () => {
  const all = await several(240)
  const run = await start(world.lead, { kind: 'tags', add: ['matar'], remove: [] }, all, new Date())
  const kills: number[] = []
  for (let turn = 0; turn < 4; turn++) {
    const child = await begin()
    const from = (await bulkRun(world.lead, run.id)).left
    const until = turn < 2 ? Math.max(1, from - 35) : 0
    while ((await bulkRun(world.lead, run.id)).left > until) await pause(10)
    kills.push((await bulkRun(world.lead, run.id)).left)
    child.kill('SIGKILL')
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
    // Its lease would run out after a minute; the test does not wait for it.
    await atomically((tx) => [tx.update(jobs).set({ leasedUntil: null }).where(eq(jobs.kind, 'desk.bulk'))])
    if (until === 0) break
  }
  await work(run.id, new Date())
  expect(kills[0]).toBeGreaterThan(0)
  expect(await bulkRun(world.lead, run.id)).toMatchObject({ state: 'done', changed: 240, skipped: 0, left: 0 })
  const tagged = await db.select().from(ticketTags).where(eq(ticketTags.tag, 'matar'))
  expect(tagged.length).toBe(240)
  const facts = await db.$count(
    events,
    and(
      eq(events.kind, 'ticket.tagged'),
      inArray(
        events.subjectId,
        all.map(({ id }) => id),
      ),
    ),
  )
  expect(facts).toBe(240)
}, 300_000)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const begin = (): Promise<ChildProcess> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/desk/worker.ts'], {
      env: process.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => resolve(child))
  })
