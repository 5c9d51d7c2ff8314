import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { bulkItems, bulkRuns, events, memberships, notices, tickets, ticketTags, users } from '@/db/schema'
import { bulkRecipients, bulkRun, cancelBulk, type MacroDeeds, saveMacro, startBulk, undoBulk } from '@/lib/desk'
import { workOff } from '@/lib/desk/bulk-work'
import { type BulkInput, MacroInput } from '@/lib/desk/shared'
import { newId } from '@/lib/kit/ids'
import { changePriority } from '@/lib/tickets'
import { runDue } from '@/lib/worker'
import { lettersTo, ticketBy, ticketOf } from '../followups/world'
import { foundWorld, friday, type World } from '../support/world'
import { named, several, standing, start, work } from './runs'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('many tickets are changed by the worker, one fact each, and whoever asked is told', async () => {
  const all = await several(60)
  const run = await start(world.lead, { kind: 'assignee', value: world.agent.id }, all)
  expect(run.total).toBe(60)
  expect(await bulkRun(world.lead, run.id)).toMatchObject({ state: 'waiting', left: 60, changed: 0 })
  await runDue(friday)
  expect(await bulkRun(world.lead, run.id)).toMatchObject({
    state: 'done',
    changed: 60,
    skipped: 0,
    left: 0,
    skips: [],
  })
  const rows = await standing(all)
  expect(
    rows.every(
      ({ assigneeId, status, version }) => assigneeId === world.agent.id && status === 'assigned' && version === 2,
    ),
  ).toBe(true)
  const facts = await db.$count(
    events,
    and(
      eq(events.kind, 'ticket.assigned'),
      inArray(
        events.subjectId,
        all.map(({ id }) => id),
      ),
    ),
  )
  expect(facts).toBe(60)
  const told = await db
    .select()
    .from(notices)
    .where(and(eq(notices.userId, world.lead.id), eq(notices.kind, 'bulk_done')))
  expect(told).toMatchObject([{ aboutId: run.id }])
})

test('what cannot be changed is skipped and told by reason; the rest is changed', async () => {
  const own = await several(4)
  const foreign = await several(3, { touchpoint: 'factura' })
  const [first, second] = own
  if (!first || !second) throw new Error('no tickets')
  await changePriority(world.agent, first.id, { priority: 'urgent' }, friday)
  await changePriority(world.agent, second.id, { priority: 'low' }, friday)
  const run = await start(world.agent, { kind: 'priority', value: 'low' }, [...own, ...foreign])
  await runDue(friday)
  expect(await bulkRun(world.agent, run.id)).toMatchObject({
    changed: 2,
    skipped: 5,
    skips: [
      { code: 'ticket.unknown', n: 3 },
      { code: 'ticket.stale', n: 2 },
    ],
  })
  expect((await standing(foreign)).every(({ version }) => version === 1)).toBe(true)
})

test('“all that match” is frozen at the start, as the actor sees it; exceptions stay out', async () => {
  const before = (
    await db
      .select()
      .from(tickets)
      .where(and(eq(tickets.open, true), eq(tickets.teamId, world.billing.id)))
  ).map(({ id }) => id)
  const mine = await several(3, { touchpoint: 'factura' })
  const ask = { view: 'open', q: '' }
  const run = await startBulk(
    world.other,
    { change: { kind: 'tags', add: ['Revisar'], remove: [] }, ask, except: [mine[0]?.id ?? ''] },
    friday,
  )
  const late = await several(2, { touchpoint: 'factura' })
  expect(run.total).toBe(before.length + 2)
  await runDue(friday)
  const tagged = (await db.select().from(ticketTags).where(eq(ticketTags.tag, 'revisar'))).map((row) => row.ticketId)
  expect(tagged.sort()).toEqual([...before, ...mine.slice(1).map(({ id }) => id)].sort())
  expect(tagged).not.toContain(late[0]?.id)
})

test('a worker that dies in the middle: another goes on where it stood, each ticket exactly once', async () => {
  const all = await several(130)
  const run = await start(world.lead, { kind: 'priority', value: 'urgent' }, all)
  expect(await workOff(run.id, friday)).toBe(true)
  expect(await bulkRun(world.lead, run.id)).toMatchObject({ state: 'running', changed: 50, left: 80 })
  // Two at once, as when a lease ran out while its worker was still at it.
  await Promise.all([work(run.id), work(run.id)])
  expect(await bulkRun(world.lead, run.id)).toMatchObject({ state: 'done', changed: 130, skipped: 0 })
  expect((await standing(all)).every(({ version, priority }) => version === 2 && priority === 'urgent')).toBe(true)
})

test('cancelling stops within one chunk; what is done stays', async () => {
  const all = await several(110)
  const run = await start(world.lead, { kind: 'priority', value: 'low' }, all)
  await workOff(run.id, friday)
  await cancelBulk(world.lead, run.id, friday)
  expect(await workOff(run.id, friday)).toBe(false)
  expect(await bulkRun(world.lead, run.id)).toMatchObject({ state: 'cancelled', changed: 50, left: 60 })
  await expect(cancelBulk(world.lead, run.id, friday)).rejects.toMatchObject({ code: 'bulk.over' })
})

test('rights are looked at again: what a person lost in the middle, the run has lost, too', async () => {
  const all = await several(70)
  const id = newId('user')
  const [like] = await db.select().from(users).where(eq(users.id, world.agent.id))
  if (!like) throw new Error('nobody')
  await atomically((tx) => [
    tx.insert(users).values({ ...like, id, email: `${id}@lazo.test`, emailKey: `${id}@lazo.test` }),
    tx.insert(memberships).values({ teamId: world.deliveries.id, userId: id, createdAt: friday }),
  ])
  const run = await start({ ...world.agent, id }, { kind: 'priority', value: 'low' }, all)
  await workOff(run.id, friday)
  await atomically((tx) => [tx.delete(memberships).where(eq(memberships.userId, id))])
  await work(run.id)
  expect(await bulkRun(world.admin, run.id)).toMatchObject({ changed: 50, skips: [{ code: 'ticket.unknown', n: 20 }] })
  const other = await several(3)
  await atomically((tx) => [
    tx.insert(memberships).values({ teamId: world.deliveries.id, userId: id, createdAt: friday }),
  ])
  const second = await start({ ...world.agent, id }, { kind: 'priority', value: 'low' }, other)
  await atomically((tx) => [tx.update(users).set({ active: false }).where(eq(users.id, id))])
  await work(second.id)
  expect(await bulkRun(world.admin, second.id)).toMatchObject({
    state: 'done',
    changed: 0,
    skips: [{ code: 'identity.forbidden', n: 3 }],
  })
})

const letter: MacroDeeds = { reply: { texts: { es: 'Hola {{customer.first_name}}' }, way: 'send' } }
const macro = async (deeds: MacroDeeds) =>
  (await saveMacro(world.lead, MacroInput.parse({ name: 'Carta', deeds }), friday)).id

test('a macro that mails wants to be confirmed, and says how many it reaches and how many it cannot', async () => {
  const id = await macro(letter)
  const reached = await several(2)
  const declined = await several(1, { contactAllowed: false })
  const nameless = await several(1, { customer: { externalId: 'sin-correo', name: 'Sin correo' } })
  const all = [...reached, ...declined, ...nameless]
  const change = { kind: 'macro', macro: id, confirmed: false } as const
  const input: BulkInput = { change, tickets: named(all) }
  expect(await bulkRecipients(world.lead, input, friday)).toEqual({
    ...{ total: 4, recipients: 2, declined: 1, unreachable: 1, suppressed: 0 },
  })
  await expect(startBulk(world.lead, input, friday)).rejects.toMatchObject({
    code: 'bulk.unconfirmed',
    facts: { recipients: 2, declined: 1 },
  })
  const run = await start(world.lead, { ...change, confirmed: true }, all)
  await work(run.id)
  const report = await bulkRun(world.lead, run.id)
  expect(report).toMatchObject({ changed: 2, skipped: 2, undoUntil: null })
  expect(report.skips.map(({ code }) => code).sort()).toEqual(['contact.declined', 'contact.unreachable'])
  for (const { id: ticket } of reached)
    expect((await lettersTo(ticket)).filter(({ kind }) => kind === 'reply').length).toBe(1)
  await expect(undoBulk(world.lead, run.id, friday)).rejects.toMatchObject({ code: 'bulk.final' })
})

test('tickets of one customer are merged, those of two are not', async () => {
  const customer = { externalId: 'M-1', email: 'm-1@correo.mx', name: 'Eva' }
  const one = await ticketOf(friday, { customer })
  const two = await ticketOf(friday, { customer, touchpoint: 'tienda' })
  const [other] = await several(1)
  const into = await ticketBy(one.id)
  if (!other) throw new Error('no ticket')
  const mixed = start(world.manager, { kind: 'merge', into: into.id }, [into, two, other])
  await expect(mixed).rejects.toMatchObject({ code: 'ticket.merge' })
  const run = await start(world.manager, { kind: 'merge', into: into.id }, [into, two])
  await work(run.id)
  expect(await ticketBy(two.id)).toMatchObject({ status: 'discarded', mergedInto: into.id })
  expect((await ticketBy(into.id)).answers).toBe(2)
})

test('a run is its actor’s alone, and an administrator’s', async () => {
  const run = await start(world.lead, { kind: 'priority', value: 'low' }, await several(1))
  await expect(bulkRun(world.agent, run.id)).rejects.toMatchObject({ code: 'bulk.unknown' })
  await expect(cancelBulk(world.manager, run.id, friday)).rejects.toMatchObject({ code: 'bulk.unknown' })
  expect((await bulkRun(world.admin, run.id)).total).toBe(1)
  await cancelBulk(world.lead, run.id, friday)
})

test('nothing begins for nobody’s tickets, for none, or for a viewer', async () => {
  const foreign = await several(1, { touchpoint: 'factura' })
  await expect(start(world.agent, { kind: 'priority', value: 'low' }, foreign)).rejects.toMatchObject({
    code: 'ticket.unknown',
  })
  const except = foreign.map(({ id }) => id)
  const none = startBulk(world.other, { change: { kind: 'wake' }, tickets: named(foreign), except }, friday)
  await expect(none).rejects.toMatchObject({ code: 'bulk.empty' })
  await expect(start(world.viewer, { kind: 'priority', value: 'low' }, foreign)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
})

test('runs keep ids and codes, never words', async () => {
  const rows = await db.select().from(bulkRuns)
  const items = await db.select().from(bulkItems)
  expect(JSON.stringify([rows, items])).not.toMatch(/Hola|Ana|correo\.mx/)
})

test('whoever is given many tickets by one run is told once, of the run; what is taken back tells nobody anew', async () => {
  const given = () =>
    db
      .select({ ticketId: notices.ticketId, aboutId: notices.aboutId, actorId: notices.actorId })
      .from(notices)
      .where(and(eq(notices.userId, world.agent.id), eq(notices.kind, 'assigned')))
  const before = (await given()).length
  const run = await start(world.lead, { kind: 'assignee', value: world.agent.id }, await several(30))
  await runDue(friday)
  expect((await bulkRun(world.lead, run.id)).changed).toBe(30)
  const told = { ticketId: null, aboutId: run.id, actorId: world.lead.id }
  expect((await given()).slice(before)).toEqual([told])
  await undoBulk(world.lead, run.id, friday)
  await runDue(friday)
  expect((await given()).slice(before)).toEqual([told])
})
