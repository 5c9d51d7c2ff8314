import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { contributors, ticketTags } from '@/db/schema'
import { bulkRun, undoBulk } from '@/lib/desk'
import type { BulkChange } from '@/lib/desk/shared'
import { after } from '@/lib/kit/clock'
import { changePriority } from '@/lib/tickets'
import { runDue } from '@/lib/worker'
import { ticketBy } from '../followups/world'
import { foundWorld, friday, later, type World } from '../support/world'
import { several, standing, start } from './runs'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('within 30 seconds it is taken back, but not where somebody built upon it', async () => {
  const all = await several(4)
  const [first] = all
  if (!first) throw new Error('no ticket')
  const run = await start(world.lead, { kind: 'assignee', value: world.lead.id }, all)
  await runDue(friday)
  await changePriority(world.lead, first.id, { priority: 'urgent' }, later(0.1))
  await undoBulk(world.lead, run.id, after(friday, 29_000))
  await runDue(after(friday, 29_000))
  expect(await bulkRun(world.lead, run.id)).toMatchObject({
    state: 'undone',
    ...{ undone: 3, kept: 1, skips: [{ code: 'ticket.stale', n: 1 }], undoUntil: null },
  })
  const rows = await standing(all)
  expect(rows.filter(({ assigneeId, status }) => assigneeId === null && status === 'new').length).toBe(3)
  const [kept] = rows.filter(({ id }) => id === first.id)
  expect(kept).toMatchObject({ assigneeId: world.lead.id, priority: 'urgent' })
  const late = await start(
    world.lead,
    { kind: 'priority', value: 'low' },
    all.slice(1).map((one) => ({ ...one, version: 3 })),
  )
  await runDue(friday)
  await expect(undoBulk(world.lead, late.id, after(friday, 31_000))).rejects.toMatchObject({ code: 'bulk.late' })
})

test.each<[string, BulkChange]>([
  ['team', { kind: 'team', value: 'facturacion' }],
  ['priority', { kind: 'priority', value: 'urgent' }],
  ['touchpoint', { kind: 'touchpoint', value: 'tienda' }],
  ['root cause', { kind: 'rootCause', value: 'llego-tarde' }],
  ['tags', { kind: 'tags', add: ['uno'], remove: ['dos'] }],
  ['snooze', { kind: 'snooze', until: later(3 * 24 * 60) }],
])('taking back a change of %s leaves a ticket as it was', async (_, change) => {
  const [ticket] = await several(1)
  if (!ticket) throw new Error('no ticket')
  await atomically((tx) => [tx.insert(ticketTags).values({ ticketId: ticket.id, tag: 'dos' })])
  const tagsOf = async () =>
    (await db.select().from(ticketTags).where(eq(ticketTags.ticketId, ticket.id))).map(({ tag }) => tag)
  const run = await start(world.manager, change, [ticket])
  await runDue(friday)
  expect((await ticketBy(ticket.id)).version).toBeGreaterThan(ticket.version)
  await undoBulk(world.manager, run.id, friday)
  await runDue(friday)
  const { version: _v, updatedAt: _u, ...now } = await ticketBy(ticket.id)
  const { version: _w, updatedAt: _x, ...before } = ticket
  expect(now).toEqual(before)
  expect(await tagsOf()).toEqual(['dos'])
  expect(await db.$count(contributors, eq(contributors.ticketId, ticket.id))).toBe(0)
})
