import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { events, presences } from '@/db/schema'
import { forgetPresences, presentOn, seenAt } from '@/lib/desk'
import { after } from '@/lib/kit/clock'
import { ticketOf } from '../followups/world'
import { foundWorld, friday, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const seconds = (count: number) => after(friday, count * 1_000)

test('others see who is at a ticket and what they do; forty seconds later they are gone', async () => {
  const { id } = await ticketOf(friday)
  const facts = await db.$count(events)
  await seenAt(world.agent, { ticket: id, doing: 'viewing' }, friday)
  await seenAt(world.agent, { ticket: id, doing: 'replying' }, seconds(10))
  expect((await presentOn(world.lead, [id], seconds(11))).get(id)).toEqual([
    { id: world.agent.id, name: 'Mariana Ortega', doing: 'replying' },
  ])
  expect((await presentOn(world.agent, [id], seconds(11))).size).toBe(0)
  expect((await presentOn(world.lead, [id], seconds(49))).size).toBe(1)
  expect((await presentOn(world.lead, [id], seconds(51))).size).toBe(0)
  expect(await db.$count(events)).toBe(facts)
})

test('whoever leaves is gone at once', async () => {
  const { id } = await ticketOf(friday)
  await seenAt(world.agent, { ticket: id, doing: 'noting' }, friday)
  await seenAt(world.agent, { ticket: id, doing: null }, seconds(1))
  expect((await presentOn(world.lead, [id], seconds(1))).size).toBe(0)
})

test('nobody is seen at another team’s ticket, nor sees who is there', async () => {
  const { id } = await ticketOf(friday)
  await seenAt(world.other, { ticket: id, doing: 'viewing' }, friday)
  await seenAt(world.viewer, { ticket: id, doing: 'viewing' }, friday)
  expect((await presentOn(world.lead, [id], friday)).size).toBe(0)
  await seenAt(world.agent, { ticket: id, doing: 'viewing' }, friday)
  expect((await presentOn(world.other, [id], friday)).size).toBe(0)
  expect((await presentOn(world.viewer, [id], friday)).size).toBe(0)
})

test('what is an hour old is forgotten', async () => {
  await forgetPresences(seconds(3_700))
  expect(await db.$count(presences)).toBe(0)
})
