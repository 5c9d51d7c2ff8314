import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { slaClocks, tickets } from '@/db/schema'
import { timeline } from '@/lib/events'
import { drain, enqueue } from '@/lib/jobs'
import { after, days, hours, minutes } from '@/lib/kit/clock'
import {
  assign,
  assignToMe,
  changeTeam,
  decideSpoke,
  discard,
  dossierOf,
  joinTicket,
  joinWrites,
  logContact,
  nextWakeAfter,
  replay,
  slaSweep,
  snooze,
  wake,
  wakeSweep,
} from '@/lib/tickets'
import { handlers } from '@/lib/tickets/handlers'
import { wakeJob } from '@/lib/tickets/jobs'
import { foundWorld, lead, mariana, monday, ruben, stand, stranger } from './world'

beforeAll(foundWorld)

const rowOf = async (id: string) => (await db.select().from(tickets).where(eq(tickets.id, id)))[0]
const untilOf = async (id: string) => (await rowOf(id))?.snoozedUntil ?? null
const noon = after(monday, hours(2))
const kindsOf = async (id: string) => (await timeline(id)).map(({ kind }) => kind)

async function asleep(until = noon) {
  const { id } = await stand()
  await assignToMe(mariana, id, {}, monday)
  await snooze(mariana, id, { until }, monday)
  return id
}

test('a ticket that is set aside sleeps until its time, its clocks run on, and it wakes once', async () => {
  const id = await asleep()
  const before = await db.select().from(slaClocks).where(eq(slaClocks.ticketId, id))
  expect(before.map(({ state }) => state)).toEqual(['running', 'running'])
  expect(await rowOf(id)).toMatchObject({ snoozedUntil: noon, snoozedBy: mariana.id, status: 'assigned' })
  expect(await wakeSweep(after(noon, -1))).toBe(0)
  expect(await wakeSweep(noon)).toBe(1)
  expect(await wakeSweep(noon)).toBe(0)
  expect(await rowOf(id)).toMatchObject({ snoozedUntil: null, snoozedBy: null, status: 'assigned' })
  expect((await timeline(id)).at(-1)).toMatchObject({
    kind: 'ticket.woken',
    payload: { reason: 'time', by: mariana.id },
  })
  expect(replay(await timeline(id)).faults).toEqual([])
})

test('an alarm of a ticket that sleeps is told all the same', async () => {
  const id = await asleep(after(monday, days(2)))
  await slaSweep(after(monday, days(1)))
  expect(await kindsOf(id)).toContain('sla.breached')
})

test('it wakes to the minute: the sweep plans another look for what is due before the next one', async () => {
  const at = after(monday, minutes(30))
  const id = await asleep(after(at, 25_000))
  expect(await nextWakeAfter(at)).toEqual(after(at, 25_000))
  await atomically(() => [enqueue(wakeJob, {}, at)])
  await drain(handlers, at)
  expect(await untilOf(id)).not.toBeNull()
  await drain(handlers, after(at, 30_000))
  expect(await untilOf(id)).toBeNull()
})

test('it wakes at once when its customer speaks, by whatever road, and says so', async () => {
  const [wrote, called, answered] = [await asleep(), await asleep(), await asleep()]
  const dossier = await dossierOf({ kind: 'system', id: 'test' }, wrote)
  await atomically(() => decideSpoke(dossier, 'email', monday).steps)
  await logContact(ruben, called, { channel: 'phone', direction: 'in', outcome: 'spoke' }, monday)
  const row = await rowOf(answered)
  if (!row) throw new Error('no ticket')
  const joined = joinTicket(row, { id: 'res_x', score: 2 }, { kind: 'customer', id: null }, monday)
  await atomically(() => joinWrites(answered, row.version, joined))
  for (const id of [wrote, called, answered]) {
    expect(await untilOf(id)).toBeNull()
    expect((await timeline(id)).some(({ payload }) => payload.woken === true)).toBe(true)
  }
  const tried = await asleep()
  await logContact(ruben, tried, { channel: 'phone', direction: 'out', outcome: 'no_answer' }, monday)
  expect(await untilOf(tried)).toEqual(noon)
})

test('whoever gets it next did not set it aside: it wakes for another person, another team, nobody; not for the same one', async () => {
  const [other, team, nobody, same] = [await asleep(), await asleep(), await asleep(), await asleep()]
  await assign(lead, other, { assignee: ruben.id }, monday)
  await changeTeam(lead, team, { team: 'billing' }, monday)
  await assign(mariana, nobody, { assignee: null }, monday)
  await assign(lead, same, { assignee: mariana.id }, monday)
  expect(await Promise.all([other, team, nobody, same].map(untilOf))).toEqual([null, null, null, noon])
})

test('what ends wakes, and only an open ticket is set aside, for a time ahead and not for ever', async () => {
  const id = await asleep()
  await discard(lead, id, { reason: 'test' }, monday)
  expect(await untilOf(id)).toBeNull()
  await expect(snooze(mariana, id, { until: noon }, monday)).rejects.toMatchObject({ code: 'ticket.settled' })
  const { id: open } = await stand()
  for (const until of [monday, after(monday, -1), after(monday, days(91)), new Date('nonsense')])
    await expect(snooze(mariana, open, { until }, monday)).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [{ path: 'until' }],
    })
  await snooze(mariana, open, { until: after(monday, days(90)) }, monday)
  await expect(snooze(stranger, open, { until: noon }, monday)).rejects.toMatchObject({ code: 'ticket.unknown' })
})

test('somebody wakes it before its time; awake already, nothing changes', async () => {
  const id = await asleep()
  const woken = await wake(ruben, id, {}, monday)
  expect(await wake(ruben, id, {}, monday)).toEqual(woken)
  expect((await kindsOf(id)).filter((kind) => kind === 'ticket.woken')).toHaveLength(1)
})
