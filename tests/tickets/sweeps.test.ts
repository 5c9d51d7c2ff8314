import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { events, jobs, messages, slaClocks, tickets, users } from '@/db/schema'
import { searchTickets } from '@/db/search'
import { timeline } from '@/lib/events'
import { drain } from '@/lib/jobs'
import { after, hours, minutes } from '@/lib/kit/clock'
import {
  addNote,
  changeStatus,
  chooseAssignee,
  logContact,
  nextAssignee,
  replay,
  settleAttention,
  slaSweep,
  wakeSweep,
} from '@/lib/tickets'
import { afterWords, handlers } from '@/lib/tickets/handlers'
import { slaJob } from '@/lib/tickets/jobs'
import { foundWorld, lead, mariana, monday, ruben, stand } from './world'

let founded = false
beforeEach(async () => {
  if (!founded) await foundWorld()
  founded = true
  await atomically((tx) => [tx.update(tickets).set({ alarmAt: null, waitingUntil: null })])
})

const told = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id))
    .filter(({ kind }) => kind.startsWith('sla.'))
    .map(({ kind, payload }) => `${kind.slice(4)} ${payload.clock}`)
const rowOf = async (id: string) => (await db.select().from(tickets).where(eq(tickets.id, id)))[0]
const spoke = { channel: 'phone', direction: 'out', outcome: 'spoke' } as const

test('a clock warns, is over and escalates, each told once, however often the sweep comes', async () => {
  const { id } = await stand()
  expect(await slaSweep(after(monday, hours(2)))).toBe(0)
  const steps = [
    [180, ['warning first_contact']],
    [240, ['warning first_contact', 'breached first_contact']],
    [360, ['warning first_contact', 'breached first_contact', 'escalated first_contact']],
  ] as const
  for (const [minute, expected] of steps) {
    await slaSweep(after(monday, minutes(minute)))
    await slaSweep(after(monday, minutes(minute)))
    expect(await told(id)).toEqual(expected)
  }
  expect(await rowOf(id)).toMatchObject({ escalation: 1, version: 1, alarmAt: new Date('2026-11-18T16:00:00Z') })
  expect(replay(await timeline(id)).faults).toEqual([])
})

test('two sweeps at once tell an alarm once', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, () => stand()))
  const at = after(monday, hours(4))
  const sums = await Promise.all([slaSweep(at), slaSweep(at), slaSweep(at)])
  expect(sums.reduce((sum, one) => sum + one, 0)).toBe(12)
  for (const { id } of made) expect(await told(id)).toEqual(['breached first_contact'])
})

test('after a night without a process everything due is told, warnings of what is over are not', async () => {
  const { id } = await stand()
  await slaSweep(after(monday, hours(24 * 7)))
  expect((await told(id)).sort()).toEqual([
    'breached first_contact',
    'breached resolution',
    'escalated first_contact',
    'escalated resolution',
  ])
})

test('what was answered or paused a moment earlier raises no alarm', async () => {
  const answered = await stand()
  await logContact(mariana, answered.id, spoke, after(monday, minutes(179)))
  const paused = await stand()
  await logContact(mariana, paused.id, spoke, monday)
  await changeStatus(mariana, paused.id, { status: 'waiting_customer' }, after(monday, minutes(1)))
  await slaSweep(after(monday, hours(4)))
  expect([await told(answered.id), await told(paused.id)]).toEqual([[], []])
})

test('an alarm left behind by a letter that went out is put right without a word', async () => {
  const { id } = await stand()
  await atomically((tx) => [
    tx.update(slaClocks).set({ state: 'met', settledAt: monday }).where(eq(slaClocks.ticketId, id)),
  ])
  expect(await slaSweep(after(monday, hours(4)))).toBe(0)
  expect(await rowOf(id)).toMatchObject({ alarmAt: null, nextDueAt: null })
})

test('an alarm of the coming minute is told in its own ten seconds', async () => {
  const { id } = await stand({ at: after(monday, 25_000) })
  await atomically((tx) => [tx.delete(jobs)])
  const minute = after(monday, minutes(180))
  const { enqueue } = await import('@/lib/jobs')
  await atomically(() => [enqueue(slaJob, {}, minute)])
  await drain(handlers, minute)
  const [waiting] = (await db.select().from(jobs).where(eq(jobs.kind, slaJob.kind))).filter(({ doneAt }) => !doneAt)
  expect(waiting?.runAt).toEqual(after(minute, 30_000))
  await drain(handlers, after(minute, 30_000))
  expect(await told(id)).toEqual(['warning first_contact'])
})

test('a ticket that waited long enough comes back by itself and asks for an eye', async () => {
  const { id } = await stand()
  await logContact(mariana, id, spoke, monday)
  await changeStatus(mariana, id, { status: 'waiting_customer', until: after(monday, hours(2)) }, monday)
  expect(await wakeSweep(after(monday, hours(1)))).toBe(0)
  expect(await wakeSweep(after(monday, hours(2)))).toBe(1)
  expect(await wakeSweep(after(monday, hours(2)))).toBe(0)
  expect(await rowOf(id)).toMatchObject({ status: 'in_progress', attention: 'wait_over', waitingUntil: null })
  await settleAttention(mariana, id, {}, after(monday, hours(3)))
  expect(await rowOf(id)).toMatchObject({ attention: null })
  expect(replay(await timeline(id)).faults).toEqual([])
})

test('words are found after the worker has seen them, erased ones are not put back', async () => {
  const ticket = await stand({ comment: 'El sofá llegó rasgado', customer: { name: 'Ximena Garza Treviño' } })
  await addNote(lead, ticket.id, { text: 'Guía 88-41207' }, monday)
  await afterWords(await timeline(ticket.id))
  for (const words of ['sofa rasg', 'ximena trevino', 'guia 41207', String(ticket.number)]) {
    expect(await searchTickets(words, 5)).toContain(ticket.number)
  }
  await atomically((tx) => [
    tx.update(messages).set({ text: '', erasedAt: monday }).where(eq(messages.ticketId, ticket.id)),
  ])
  await afterWords(await timeline(ticket.id))
  expect(await searchTickets('41207', 5)).not.toContain(ticket.number)
})

test('in turn, or whoever has fewest: the absent are passed over', async () => {
  const member = (id: string, last: number | null, open: number, absent = false) => ({
    id,
    lastAssignedAt: last === null ? null : new Date(last),
    open,
    absentUntil: absent ? after(monday, 1) : null,
  })
  const team = [member('b', 2, 1), member('a', 1, 5), member('c', null, 9, true)]
  expect(chooseAssignee('round_robin', team, monday)).toBe('a')
  expect(chooseAssignee('least_open', team, monday)).toBe('b')
  expect(chooseAssignee('none', team, monday)).toBeNull()
  expect(chooseAssignee('round_robin', [], monday)).toBeNull()
  const turns: (string | null)[] = []
  for (const hour of [1, 2, 3]) {
    const { id, writes } = await nextAssignee('round_robin', 'tea_delivery', after(monday, hours(hour)))
    await atomically(() => writes)
    turns.push(id)
  }
  expect(new Set(turns)).toEqual(new Set([lead.id, mariana.id, ruben.id]))
  await atomically((tx) => [
    tx
      .update(users)
      .set({ absentUntil: after(monday, hours(48)) })
      .where(eq(users.id, lead.id)),
  ])
  expect((await nextAssignee('least_open', 'tea_delivery', monday)).id).not.toBe(lead.id)
})
