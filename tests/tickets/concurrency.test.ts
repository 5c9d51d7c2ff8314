import { eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { messages, responses, tickets } from '@/db/schema'
import { timeline } from '@/lib/events'
import { after, minutes } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import {
  addGesture,
  addNote,
  addTask,
  askTeam,
  assign,
  assignToMe,
  type Changed,
  changePriority,
  changeStatus,
  changeTouchpoint,
  discard,
  dismissTeam,
  logContact,
  merge,
  replay,
  setRootCause,
  snooze,
  split,
  tag,
  wake,
} from '@/lib/tickets'
import { foundWorld, lead, mariana, monday, ruben, stand } from './world'

beforeAll(foundWorld)

const rowOf = async (id: string) => (await db.select().from(tickets).where(eq(tickets.id, id)))[0]
const spoke = { channel: 'phone', direction: 'out', outcome: 'spoke' } as const
type Deed = (id: string, version: number, now: Date) => Promise<Changed>

// Thirty deeds of three people, drawn and undrawn arrows mixed.
const deeds: Deed[] = [
  (id, version, now) => assignToMe(mariana, id, { version }, now),
  (id, version, now) => assignToMe(ruben, id, { version }, now),
  (id, version, now) => assign(lead, id, { assignee: null, version }, now),
  (id, version, now) => changeStatus(mariana, id, { status: 'in_progress', version }, now),
  (id, version, now) => changeStatus(ruben, id, { status: 'waiting_customer', version }, now),
  (id, version, now) => changeStatus(lead, id, { status: 'waiting_third_party', version }, now),
  (id, version, now) => changeStatus(lead, id, { status: 'closed', version }, now),
  (id, version, now) => changePriority(mariana, id, { priority: 'urgent', version }, now),
  (id, version, now) => changePriority(ruben, id, { priority: 'low', version }, now),
  (id, version, now) => logContact(mariana, id, { ...spoke, version }, now),
  (id, version, now) => setRootCause(lead, id, { rootCause: 'late', version }, now),
  (id, version, now) => setRootCause(lead, id, { rootCause: 'broken', version }, now),
  (id, version, now) => changeTouchpoint(lead, id, { touchpoint: 'invoice', version }, now),
  (id, version, now) => tag(mariana, id, { tags: [`t${version}`], version }, now),
  (id, version, now) => snooze(mariana, id, { until: after(now, minutes(60)), version }, now),
  (id, version, now) => wake(ruben, id, { version }, now),
  (id, version, now) => askTeam(mariana, id, { team: 'billing', version }, now),
  (id, version, now) => dismissTeam(ruben, id, { team: 'billing', version }, now),
  (id, version, now) => discard(lead, id, { reason: 'test', version }, now),
]

test('of thirty mixed changes to one version exactly one wins, round after round, and history leads to what is stored', async () => {
  for (let trial = 0; trial < 4; trial++) {
    const { id } = await stand()
    for (let round = 1; round <= 6; round++) {
      const version = (await rowOf(id))?.version ?? 0
      const now = after(monday, minutes(trial * 100 + round))
      const thirty = Array.from({ length: 30 }, (_, n) => deeds[(n * 7 + trial * 3 + round) % (deeds.length - 1)])
      const results = await Promise.allSettled(thirty.map((deed) => deed?.(id, version, now)))
      const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
      expect(lost.filter((reason) => !isRefusal(reason))).toEqual([])
      // Who asked for what stood already changed nothing and lost nothing.
      const won = results.filter((result) => result.status === 'fulfilled' && result.value?.version !== version)
      expect(won.length).toBe(1)
    }
    if (trial === 3) await discard(lead, id, { reason: 'other' }, monday)
    const row = await rowOf(id)
    expect(replay(await timeline(id))).toEqual({ status: row?.status, version: row?.version, faults: [] })
  }
})

test('notes, calls, tasks and gestures that name no version never get in each other’s way', async () => {
  const { id } = await stand()
  await Promise.all([
    ...Array.from({ length: 2 }, (_, n) => addNote(mariana, id, { text: `nota ${n}` }, monday)),
    ...Array.from({ length: 2 }, () => logContact(ruben, id, spoke, monday)),
    addTask(mariana, id, { text: 'Llamar' }, monday),
    addGesture(ruben, id, { type: 'gift', cost: '10' }, monday),
  ])
  const row = await rowOf(id)
  expect([row?.version, row?.attempts, row?.contacts]).toEqual([7, 2, 2])
  expect(replay(await timeline(id)).faults).toEqual([])
})

test('of thirty who split and merge one ticket at one version exactly one wins, and no answer is lost', async () => {
  const one = await stand()
  const kin = await stand({ customer: { id: one.customerId ?? '' }, touchpointId: null })
  await addNote(mariana, one.id, { text: 'nota' }, monday)
  const [note] = await db.select().from(messages).where(eq(messages.ticketId, one.id))
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, async (_, n) =>
      n % 2
        ? merge(mariana, one.id, { into: kin.id, version: 2 }, monday)
        : split(ruben, one.id, { messages: [note?.id ?? ''], version: 2 }, monday),
    ),
  )
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
  expect(lost.filter((reason) => !isRefusal(reason))).toEqual([])
  expect(lost).toHaveLength(29)
  expect(await db.$count(responses, inArray(responses.ticketId, [one.id, kin.id]))).toBe(2)
  expect(await db.$count(messages, eq(messages.id, note?.id ?? ''))).toBe(1)
})

test('a history with a gap or an arrow that is not drawn is seen', () => {
  const fact = (version: number, status: string) => ({ kind: 'ticket.status_changed', payload: { version, status } })
  expect(replay([fact(1, 'new'), fact(3, 'closed')]).faults).toEqual([
    'ticket.status_changed: version 3 after 1',
    'ticket.status_changed: new to closed',
  ])
})
