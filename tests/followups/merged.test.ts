import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { letters } from '@/db/schema'
import { casePage, customerMessage, reply } from '@/lib/followups'
import { desks } from '@/lib/followups/handlers'
import { sealToken } from '@/lib/kit/seal'
import { createTicket, merge } from '@/lib/tickets'
import { runDue } from '@/lib/worker'
import { foundWorld, friday, later, type World } from '../support/world'
import { attemptsOf, lettersTo, ticketBy, ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

async function two() {
  const from = await ticketOf(friday)
  const made = { title: 'Vino a la tienda', customer: from.customerId ?? '', team: from.teamId }
  const into = await createTicket(world.admin, made, later(1))
  return { from, into }
}

test('the link of a merged case leads to the one that it became, and what is written there arrives there', async () => {
  const { from, into } = await two()
  await reply(world.agent, from.id, { text: 'Mañana le llamo.' }, later(2))
  await runDue(later(2))
  await merge(world.agent, from.id, { into: into.id }, later(5))
  const token = sealToken('case', from.id)
  const page = await casePage(token, later(6))
  expect(page?.number).toBe(into.number)
  expect(page?.conversation.map(({ text }) => text)).toEqual(['Mañana le llamo.'])
  await customerMessage(token, { text: 'Aquí espero.' }, later(7))
  expect(await ticketBy(into.id)).toMatchObject({ contacts: 1, customerSpokeAt: later(7), attempts: 1 })
  expect((await casePage(token, later(8)))?.conversation.map(({ text }) => text)).toEqual([
    'Mañana le llamo.',
    'Aquí espero.',
  ])
})

test('a letter that was on its way while its ticket was merged counts as a contact of the one that stays', async () => {
  const { from, into } = await two()
  await reply(world.agent, from.id, { text: 'Mañana le llamo.' }, later(2))
  const letter = (await lettersTo(from.id)).find(({ kind }) => kind === 'reply')
  if (!letter) throw new Error('no letter')
  await merge(world.agent, from.id, { into: into.id }, later(3))
  // The sender holds the letter as it was when it was taken from the queue.
  const sent = await desks.reply?.sent?.(letter, later(4))
  await atomically((tx) => sent?.(tx) ?? [])
  expect(await ticketBy(into.id)).toMatchObject({ firstContactAt: later(4), attempts: 1 })
  expect([await attemptsOf(from.id), (await attemptsOf(into.id)).length]).toEqual([[], 1])
  const [row] = await db.select().from(letters).where(eq(letters.id, letter.id))
  expect(row?.ticketId).toBe(into.id)
})
