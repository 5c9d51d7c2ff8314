import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { noticesOf, notify, seeNotices, unseenNotices } from '@/lib/desk'
import { afterNews } from '@/lib/desk/handlers'
import { eventsByIds } from '@/lib/events'
import type { UserActor } from '@/lib/identity/shared'
import { drain } from '@/lib/jobs'
import { after, hours } from '@/lib/kit/clock'
import {
  addGesture,
  addNote,
  approveGesture,
  askTeam,
  assign,
  assignToMe,
  decideAttention,
  decideSpoke,
  dismissTeam,
  dossierOf,
  merge,
  snooze,
  wakeSweep,
  watch,
} from '@/lib/tickets'
import { allHandlers } from '@/lib/worker'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from '../tickets/world'

const everybody = [mariana, ruben, lead, stranger, manager]

beforeAll(async () => {
  await foundWorld()
  await atomically((tx) => [tx.update(schema.organization).set({ gestureLimit: 1_000 })])
})
beforeEach(async () => {
  await drain(allHandlers(), monday)
  await atomically((tx) => [tx.delete(schema.notices)])
})

// Who was told what, once the worker has looked.
async function told(now = monday): Promise<string[]> {
  await drain(allHandlers(), now)
  const lists = await Promise.all(
    everybody.map(async (who) =>
      (await noticesOf(who)).notices.map(
        ({ kind, ticket, by }) => `${who.name}: ${kind} ${ticket?.number} by ${by?.name}`,
      ),
    ),
  )
  return lists.flat()
}

const house = { kind: 'system', id: 'test' } as const
const speak = async (id: string) => {
  const dossier = await dossierOf(house, id)
  await atomically(() => decideSpoke(dossier, 'email', monday).steps)
}

test('whoever is given a ticket by somebody else is told, and not who takes it', async () => {
  const { id, number } = await stand()
  await assignToMe(ruben, id, {}, monday)
  expect(await told()).toEqual([])
  await assign(lead, id, { assignee: mariana.id }, monday)
  expect(await told()).toEqual([`mariana: assigned ${number} by lead`])
})

test('a mention reaches whom it means, once, and not its writer', async () => {
  const { id, number } = await stand()
  await addNote(mariana, id, { text: `@[R](${ruben.id}) @[M](${mariana.id}) @[G](${manager.id})` }, monday)
  expect(await told()).toEqual([`ruben: mention ${number} by mariana`, `manager: mention ${number} by mariana`])
  const [event] = await db.select().from(schema.events).where(eq(schema.events.kind, 'ticket.noted'))
  await afterNews(await eventsByIds([event?.id ?? '']), after(monday, hours(1)))
  expect(await told()).toHaveLength(2)
})

test('who watches a ticket hears when its customer speaks, who set it aside when it wakes', async () => {
  const { id, number } = await stand()
  await assignToMe(mariana, id, {}, monday)
  await watch(ruben, id, monday)
  await snooze(mariana, id, { until: after(monday, hours(1)) }, monday)
  await speak(id)
  expect(await told()).toEqual([`mariana: woken ${number} by undefined`, `ruben: watched ${number} by undefined`])
  await snooze(mariana, id, { until: after(monday, hours(1)) }, monday)
  await wakeSweep(after(monday, hours(1)))
  expect((await told(after(monday, hours(1)))).filter((line) => line.includes('woken'))).toHaveLength(2)
})

test('a gesture above the limit asks the team’s leads, and its writer hears the yes', async () => {
  const { id, number } = await stand()
  const { gesture } = await addGesture(mariana, id, { type: 'refund', cost: '11' }, monday)
  expect(await told()).toEqual([`lead: approval ${number} by mariana`])
  await approveGesture(lead, id, { gesture }, monday)
  expect(await told()).toEqual([`mariana: approval ${number} by lead`, `lead: approval ${number} by mariana`])
  const billing = await stand({ teamId: 'tea_billing' })
  await addGesture(stranger, billing.id, { type: 'refund', cost: '11' }, monday)
  expect((await told()).at(-1)).toBe(`manager: approval ${billing.number} by stranger`)
})

test('a letter that will not arrive is told to whoever has the ticket', async () => {
  const { id, number } = await stand()
  await assignToMe(mariana, id, {}, monday)
  const dossier = await dossierOf(house, id)
  await atomically(() => decideAttention(house, dossier, 'letter_failed', monday).steps)
  expect(await told()).toEqual([`mariana: mail_failed ${number} by undefined`])
})

test('nobody is told of a ticket that they may not see, nor shown what they were told of one that they no longer may', async () => {
  const { id, number } = await stand()
  await askTeam(mariana, id, { team: 'billing' }, monday)
  await watch(stranger, id, monday)
  await speak(id)
  expect(await told()).toEqual([`stranger: watched ${number} by undefined`])
  await dismissTeam(mariana, id, { team: 'billing' }, monday)
  expect([await told(), await unseenNotices(stranger)]).toEqual([[], 0])
  await speak(id)
  await askTeam(mariana, id, { team: 'billing' }, monday)
  expect(await db.$count(schema.notices)).toBe(1)
})

test('notices are seen one by one, by ticket or all; never somebody else’s', async () => {
  const [one, two] = [await stand(), await stand()]
  const to = (who: UserActor, ticketId: string) => ({ userId: who.id, kind: 'watched' as const, ticketId })
  await atomically(() =>
    notify([to(mariana, one.id), to(mariana, one.id), to(mariana, two.id), to(ruben, one.id)], monday),
  )
  const { notices, unseen } = await noticesOf(mariana)
  expect([notices.length, unseen]).toEqual([3, 3])
  await seeNotices(ruben, [notices[0]?.id ?? ''], monday)
  expect(await unseenNotices(mariana)).toBe(3)
  await seeNotices(mariana, { ticket: one.id }, monday)
  expect([await unseenNotices(mariana), await unseenNotices(ruben)]).toEqual([1, 1])
  await seeNotices(mariana, 'all', monday)
  expect([await unseenNotices(mariana), (await noticesOf(mariana)).notices.length]).toEqual([0, 3])
  expect(await noticesOf({ kind: 'key', id: 'k', scopes: ['admin'] })).toEqual({ notices: [], unseen: 0 })
  expect((await noticesOf(viewer)).notices).toEqual([])
})

test('what was told of a ticket leads to the one that it was merged into', async () => {
  const from = await stand()
  const into = await stand({ customer: { id: from.customerId ?? '' }, touchpointId: null })
  await addNote(mariana, from.id, { text: `@[R](${ruben.id})` }, monday)
  await told()
  await merge(mariana, from.id, { into: into.id }, monday)
  expect(await told()).toEqual([`ruben: mention ${into.number} by mariana`])
})
