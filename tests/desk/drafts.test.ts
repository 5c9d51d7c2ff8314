import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { drafts, messages } from '@/db/schema'
import { draftsFor, dropDraftWrite, saveDraft, shareDraft, takeDraft } from '@/lib/desk'
import { addNote } from '@/lib/tickets'
import { ticketOf } from '../followups/world'
import { foundWorld, friday, later, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

const said = async (ticketId: string) =>
  (await db.select({ id: messages.id }).from(messages).where(eq(messages.ticketId, ticketId)))[0]?.id ?? ''

test('what somebody begins to write is kept per person and kind, and goes when it is emptied', async () => {
  const { id } = await ticketOf(friday)
  expect(await saveDraft(world.agent, id, { kind: 'reply', text: 'Buen' }, friday)).toEqual({ savedAt: friday })
  await saveDraft(world.agent, id, { kind: 'reply', text: 'Buen día' }, later(1))
  await saveDraft(world.agent, id, { kind: 'note', text: 'Llamar' }, later(2))
  await saveDraft(world.lead, id, { kind: 'reply', text: 'Otra' }, later(2))
  const own = await draftsFor(world.agent, id)
  expect(own.map(({ kind, text, beganAt, mine }) => [kind, text, beganAt, mine])).toEqual([
    ['note', 'Llamar', later(2), true],
    ['reply', 'Buen día', friday, true],
  ])
  expect(await saveDraft(world.agent, id, { kind: 'reply', text: '  ' }, later(3))).toEqual({ savedAt: null })
  expect((await draftsFor(world.agent, id)).map(({ kind }) => kind)).toEqual(['note'])
})

test('a draft remembers the last message of its own ticket that was read, and no other’s', async () => {
  const [one, other] = [await ticketOf(friday), await ticketOf(friday)]
  await addNote(world.lead, one.id, { text: 'Revisé el almacén' }, friday)
  await addNote(world.lead, other.id, { text: 'Otro' }, friday)
  const seen = await said(one.id)
  await saveDraft(world.agent, one.id, { kind: 'reply', text: 'Hola', seenMessageId: seen }, friday)
  // What is read while it is written does not move the beginning.
  await saveDraft(world.agent, one.id, { kind: 'reply', text: 'Hola, Ana', seenMessageId: null }, later(1))
  expect((await draftsFor(world.agent, one.id))[0]).toMatchObject({ seenMessageId: seen, text: 'Hola, Ana' })
  const strange = saveDraft(
    world.agent,
    one.id,
    { kind: 'note', text: 'x', seenMessageId: await said(other.id) },
    friday,
  )
  await expect(strange).rejects.toMatchObject({ code: 'message.unknown' })
})

test('a shared draft is read by the team, taken over by one, and nobody else’s to see', async () => {
  const { id } = await ticketOf(friday)
  await saveDraft(world.agent, id, { kind: 'reply', text: 'A medias' }, friday)
  expect(await draftsFor(world.lead, id)).toEqual([])
  const take = { kind: 'reply' as const, from: world.agent.id }
  await expect(takeDraft(world.lead, id, take, friday)).rejects.toMatchObject({ code: 'draft.unknown' })
  await shareDraft(world.agent, id, 'reply', true)
  expect(await draftsFor(world.lead, id)).toMatchObject([
    { text: 'A medias', mine: false, owner: { name: 'Mariana Ortega' } },
  ])
  await expect(draftsFor(world.other, id)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(takeDraft(world.other, id, take, friday)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await takeDraft(world.lead, id, take, later(1))
  expect(await draftsFor(world.lead, id)).toMatchObject([{ text: 'A medias', mine: true, shared: false }])
  expect(await draftsFor(world.agent, id)).toEqual([])
})

test('taking over costs nobody a draft of their own', async () => {
  const { id } = await ticketOf(friday)
  await saveDraft(world.agent, id, { kind: 'reply', text: 'Suyo' }, friday)
  await shareDraft(world.agent, id, 'reply', true)
  await saveDraft(world.lead, id, { kind: 'reply', text: 'Propio' }, friday)
  const taken = takeDraft(world.lead, id, { kind: 'reply', from: world.agent.id }, friday)
  await expect(taken).rejects.toMatchObject({ code: 'draft.taken' })
})

test('a draft goes in the list that sends it', async () => {
  const { id } = await ticketOf(friday)
  await saveDraft(world.agent, id, { kind: 'reply', text: 'Listo' }, friday)
  await saveDraft(world.lead, id, { kind: 'reply', text: 'Ajeno' }, friday)
  await atomically(() => [dropDraftWrite(id, world.agent.id, 'reply')])
  expect((await db.select().from(drafts).where(eq(drafts.ticketId, id))).map(({ userId }) => userId)).toEqual([
    world.lead.id,
  ])
})
