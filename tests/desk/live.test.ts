import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { atomically } from '@/db'
import { memberships, sessions, users } from '@/db/schema'
import { notify, openLive, seenAt } from '@/lib/desk'
import { hub } from '@/lib/desk/live-hub'
import type { LiveEvents } from '@/lib/desk/shared'
import { startSession, type UserActor } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { sha256 } from '@/lib/kit/seal'
import { addNote, changePriority } from '@/lib/tickets'
import { ticketOf } from '../followups/world'
import { foundWorld, type World } from '../support/world'
import { start, work } from './runs'

type Told = { [Name in keyof LiveEvents]: { event: Name; what: LiveEvents[Name]; at: number } }[keyof LiveEvents]
type Stream = { told: Told[]; text: () => string; ended: () => boolean; leave: () => Promise<void>; sid: string }

let world: World
const open: Stream[] = []
beforeAll(async () => {
  world = await foundWorld()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.leave()))
})

async function listen(actor: UserActor): Promise<Stream> {
  const { sid } = await startSession(actor.id, { address: null, agent: null }, now())
  const reader = (await openLive(sid, now())).getReader()
  let text = ''
  let over = false
  const told: Told[] = []
  const decoder = new TextDecoder()
  const read = async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const words = decoder.decode(piece.value)
      text += words
      for (const [, event, what] of words.matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        told.push({ event, what: JSON.parse(what ?? ''), at: Date.now() } as Told)
    }
    over = true
  }
  void read()
  const stream = { told, text: () => text, ended: () => over, leave: () => reader.cancel(), sid }
  open.push(stream)
  return stream
}

const of = <Name extends keyof LiveEvents>(stream: Stream, name: Name): LiveEvents[Name][] =>
  stream.told.flatMap((one) => (one.event === name ? [one.what as LiveEvents[Name]] : []))

async function until(what: () => boolean, ms = 5_000): Promise<number> {
  const from = Date.now()
  while (!what()) {
    if (Date.now() - from > ms) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return Date.now() - from
}

test('a change reaches whoever may see it within two seconds, and nobody else', async () => {
  const ticket = await ticketOf(now())
  const [lead, agent, other] = [await listen(world.lead), await listen(world.agent), await listen(world.other)]
  await until(() => of(lead, 'tickets').length > 0)
  await changePriority(world.agent, ticket.id, { priority: 'urgent' }, now())
  const told = (stream: Stream) =>
    of(stream, 'tickets')
      .flatMap(({ tickets }) => tickets)
      .filter((one) => one.kinds.includes('priority_changed'))
  expect(await until(() => told(lead).length > 0 && told(agent).length > 0)).toBeLessThan(2_500)
  expect(told(lead)).toEqual([{ id: ticket.id, kinds: ['priority_changed'], version: 2, mine: false }])
  expect(told(agent)).toEqual([{ id: ticket.id, kinds: ['priority_changed'], version: 2, mine: true }])
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(told(lead).length).toBe(1)
  expect(of(other, 'tickets')).toEqual([])
})

test('who is at a ticket is told as they come, change and go', async () => {
  const ticket = await ticketOf(now())
  const [lead, other] = [await listen(world.lead), await listen(world.other)]
  const doing = () =>
    of(lead, 'presence')
      .filter((one) => one.ticket === ticket.id)
      .map(({ people }) => people[0]?.doing)
  await seenAt(world.agent, { ticket: ticket.id, doing: 'viewing' }, now())
  await until(() => doing().length === 1)
  await seenAt(world.agent, { ticket: ticket.id, doing: 'replying' }, now())
  await until(() => doing().length === 2)
  await seenAt(world.agent, { ticket: ticket.id, doing: null }, now())
  await until(() => doing().length === 3)
  expect(doing()).toEqual(['viewing', 'replying', undefined])
  expect(of(other, 'presence')).toEqual([])
})

test('a stream ends within five seconds of the session’s end', async () => {
  const lead = await listen(world.lead)
  await until(() => of(lead, 'notices').length > 0)
  await atomically((tx) => [
    tx
      .update(sessions)
      .set({ revokedAt: now() })
      .where(eq(sessions.sidHash, sha256(lead.sid))),
  ])
  expect(await until(lead.ended, 6_000)).toBeLessThan(5_000)
  expect(of(lead, 'end')).toEqual([{ reason: 'session' }])
})

test('whoever is deactivated hears nothing more; whoever loses the role, neither', async () => {
  const [agent, manager] = [await listen(world.agent), await listen(world.manager)]
  const set = (id: string, what: object) => atomically((tx) => [tx.update(users).set(what).where(eq(users.id, id))])
  await set(world.agent.id, { active: false })
  await set(world.manager.id, { role: 'viewer' })
  expect(await until(() => agent.ended() && manager.ended(), 6_000)).toBeLessThan(5_000)
  expect(of(manager, 'end')).toEqual([{ reason: 'right' }])
  await set(world.agent.id, { active: true })
  await set(world.manager.id, { role: 'manager' })
})

test('whoever moves to another team hears of the new one only', async () => {
  const [own, new_] = [await ticketOf(now()), await ticketOf(now(), { touchpoint: 'factura' })]
  const agent = await listen(world.agent)
  await seenAt(world.lead, { ticket: own.id, doing: 'viewing' }, now())
  await until(() => of(agent, 'presence').length === 1)
  const team = (teamId: string) =>
    atomically((tx) => [tx.update(memberships).set({ teamId }).where(eq(memberships.userId, world.agent.id))])
  await team(world.billing.id)
  await until(() => of(agent, 'tickets').some(({ many }) => many))
  await until(() => of(agent, 'presence').some(({ ticket, people }) => ticket === own.id && people.length === 0))
  const from = agent.told.length
  await changePriority(world.manager, own.id, { priority: 'urgent' }, now())
  await changePriority(world.manager, new_.id, { priority: 'urgent' }, now())
  const later = () => agent.told.slice(from).flatMap((one) => (one.event === 'tickets' ? one.what.tickets : []))
  await until(() => later().length > 0)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(later().map(({ id }) => id)).toEqual([new_.id])
  await team(world.deliveries.id)
})

test('notices, counts and runs are told to whom they belong', async () => {
  const ticket = await ticketOf(now())
  const [lead, agent] = [await listen(world.lead), await listen(world.agent)]
  await atomically(() => notify([{ userId: world.lead.id, kind: 'assigned', ticketId: ticket.id }], now()))
  await until(() => of(lead, 'notices').some(({ unseen }) => unseen === 1))
  const run = await start(world.lead, { kind: 'priority', value: 'low' }, [ticket], now())
  await work(run.id, now())
  await until(() => of(lead, 'bulk').some(({ state, changed }) => state === 'done' && changed === 1))
  expect(of(agent, 'bulk')).toEqual([])
  expect(of(agent, 'notices').every(({ unseen }) => unseen === 0)).toBe(true)
  await until(() => of(agent, 'counts').length > 0, 8_000)
  expect(of(agent, 'counts')[0]?.open?.total).toBeGreaterThan(0)
}, 20_000)

test('nobody keeps more than eight; the oldest gives way', async () => {
  const streams: Stream[] = []
  for (let n = 0; n < 9; n++) streams.push(await listen(world.lead))
  await until(() => streams[0]?.ended() ?? false)
  expect(of(streams[0] as Stream, 'end')).toEqual([{ reason: 'many' }])
  expect(streams.slice(1).some((one) => one.ended())).toBe(false)
  expect([...hub().lines].length).toBe(8)
})

test('no word of anybody goes over the wire', async () => {
  const ticket = await ticketOf(now(), { comment: 'Nadie llegó y perdí el día' })
  const lead = await listen(world.lead)
  await addNote(world.agent, ticket.id, { text: 'Hablar con almacén' }, now())
  await until(() =>
    of(lead, 'tickets')
      .flatMap((one) => one.tickets)
      .some((one) => one.kinds.includes('noted')),
  )
  expect(lead.text()).not.toMatch(/Nadie|almacén|Ana|correo\.mx/)
})

test('who has no session or no right opens none; who leaves is no longer served', async () => {
  await expect(openLive('nobody', now())).rejects.toMatchObject({ code: 'identity.unauthenticated' })
  const { sid } = await startSession(world.viewer.id, { address: null, agent: null }, now())
  await expect(openLive(sid, now())).rejects.toMatchObject({ code: 'identity.forbidden' })
  const lead = await listen(world.lead)
  await lead.leave()
  expect(hub().lines.size).toBe(0)
})

test('a stream keeps no session awake', async () => {
  const lead = await listen(world.lead)
  const whose = eq(sessions.sidHash, sha256(lead.sid))
  const old = new Date(Date.now() - 7 * 3_600_000)
  await atomically((tx) => [tx.update(sessions).set({ lastSeenAt: old }).where(whose)])
  await new Promise((resolve) => setTimeout(resolve, 3_200))
  expect(lead.ended()).toBe(false)
  await atomically((tx) => [
    tx
      .update(sessions)
      .set({ lastSeenAt: new Date(Date.now() - 9 * 3_600_000) })
      .where(whose),
  ])
  await until(lead.ended)
})
