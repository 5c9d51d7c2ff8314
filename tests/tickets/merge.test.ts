import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import { timeline } from '@/lib/events'
import { after, minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import {
  addGesture,
  addTask,
  askTeam,
  createTicket,
  dossierOf,
  evidenceOf,
  logContact,
  merge,
  mergeMany,
  replay,
  snooze,
  split,
  survivorOf,
  tag,
  ticketById,
  watch,
} from '@/lib/tickets'
import { held, mailed, replied, ticketOf } from './moving'
import { foundWorld, lead, mariana, monday, ruben, stand, stranger } from './world'

beforeAll(foundWorld)

const later = after(monday, minutes(10))

// Two tickets of one customer at two touchpoints.
async function two(more: Parameters<typeof stand>[0] = {}) {
  const from = await stand(more)
  const into = await stand({
    ...more,
    score: 6,
    touchpointId: 'tou_invoice',
    priority: 'low',
    customer: { id: from.customerId ?? '' },
  })
  return { from, into }
}

test('all that hangs on a ticket goes along: answers, words, files, letters, mail, attempts, tags, tasks, gestures, people', async () => {
  const { from, into } = await two()
  await mailed(from.id)
  await replied(from.id, mariana.id)
  await mailed(into.id)
  await tag(mariana, from.id, { tags: ['fragil', 'tarde'] }, monday)
  await tag(mariana, into.id, { tags: ['tarde'] }, monday)
  await watch(ruben, from.id, monday)
  await watch(ruben, into.id, monday)
  await watch(mariana, from.id, monday)
  await addTask(mariana, from.id, { text: 'Llamar' }, monday)
  await addGesture(lead, from.id, { type: 'refund', cost: '100' }, monday)
  await askTeam(mariana, from.id, { team: 'billing' }, monday)
  const stays = await merge(mariana, from.id, { into: into.id }, later)
  expect(stays).toMatchObject({ id: into.id, status: 'new' })
  expect(await held(from.id)).toEqual({
    responses: 0,
    messages: 0,
    letters: 0,
    inbound: 0,
    files: 0,
    attempts: 0,
    tasks: 0,
    gestures: 0,
  })
  expect(await held(into.id)).toEqual({
    responses: 2,
    messages: 3,
    letters: 1,
    inbound: 2,
    files: 2,
    attempts: 3,
    tasks: 1,
    gestures: 1,
  })
  const page = await ticketById(mariana, into.id, later)
  expect(page.ticket).toMatchObject({
    answers: 2,
    priority: 'high',
    attempts: 1,
    contacts: 2,
    score: 6,
    touchpointId: 'tou_invoice',
  })
  expect(page.tags).toEqual(['fragil', 'tarde'])
  expect(page.watchers.map(({ id }) => id).sort()).toEqual([mariana.id, ruben.id].sort())
  expect(page.contributors.map(({ id }) => id)).toEqual(['tea_billing'])
  expect(page.links).toMatchObject([{ kind: 'merged', way: 'from', ticket: { id: from.id, number: from.number } }])
  expect(await ticketOf(from.id)).toMatchObject({
    status: 'discarded',
    discardReason: 'duplicate',
    mergedInto: into.id,
  })
  for (const id of [from.id, into.id]) {
    const row = await ticketOf(id)
    expect(replay(await timeline(id))).toEqual({ status: row?.status, version: row?.version, faults: [] })
  }
})

test('what was said on the other counts as evidence, but the first contact is not forged', async () => {
  const { from, into } = await two()
  await logContact(mariana, from.id, { channel: 'phone', direction: 'out', outcome: 'spoke' }, monday)
  expect((await ticketOf(from.id))?.firstContactAt).toEqual(monday)
  await merge(mariana, from.id, { into: into.id }, later)
  const dossier = await dossierOf(mariana, into.id)
  expect(evidenceOf(dossier)).toBe('two_way')
  expect(dossier.ticket).toMatchObject({ firstContactAt: null, firstAttemptAt: monday, attempts: 1, contacts: 1 })
  expect(dossier.clocks.map(({ state }) => state)).toEqual(['running', 'running'])
})

test('the first contact of the one that stays never changes, whatever was earlier', async () => {
  const { from, into } = await two()
  await logContact(mariana, from.id, { channel: 'phone', direction: 'out', outcome: 'spoke' }, monday)
  await logContact(mariana, into.id, { channel: 'phone', direction: 'out', outcome: 'spoke' }, later)
  await merge(mariana, from.id, { into: into.id }, later)
  expect((await ticketOf(into.id))?.firstContactAt).toEqual(later)
})

test('the fact names all that moved, and whoever looks for the old one is led on, twice over', async () => {
  const { from, into } = await two()
  const { message } = await mailed(from.id)
  const last = await stand({ customer: { id: from.customerId ?? '' }, touchpointId: null })
  await merge(mariana, from.id, { into: into.id }, later)
  await merge(mariana, into.id, { into: last.id }, later)
  const told = (await timeline(from.id)).at(-1)
  expect(told).toMatchObject({
    kind: 'ticket.merged',
    payload: { into: into.id, moved: { messages: [message], responses: [from.responseId] } },
  })
  expect([await survivorOf(from.id), await survivorOf(last.id), await survivorOf(newId('ticket'))]).toEqual([
    last.id,
    last.id,
    null,
  ])
  expect((await held(last.id)).responses).toBe(3)
})

test('several become one in one list, all or none', async () => {
  const { from, into } = await two()
  const third = await stand({ customer: { id: from.customerId ?? '' }, touchpointId: null })
  const foreign = await stand()
  const wrong = { tickets: [{ id: from.id }, { id: foreign.id }] }
  await expect(mergeMany(mariana, into.id, wrong, later)).rejects.toMatchObject({ code: 'ticket.merge' })
  expect(await ticketOf(from.id)).toMatchObject({ status: 'new' })
  await mergeMany(
    mariana,
    into.id,
    { tickets: [{ id: from.id, version: 1 }, { id: third.id }, { id: third.id }] },
    later,
  )
  expect(await ticketOf(into.id)).toMatchObject({ answers: 3, version: 3 })
  expect((await held(into.id)).responses).toBe(3)
})

test('a ticket made by hand becomes the answer’s when one is merged into it', async () => {
  const { from } = await two()
  const made = await createTicket(
    mariana,
    { title: 'Llamó', customer: from.customerId ?? '', team: 'delivery' },
    monday,
  )
  await merge(mariana, from.id, { into: made.id }, later)
  expect(await ticketOf(made.id)).toMatchObject({
    responseId: from.responseId,
    score: 3,
    category: 'detractor',
    answers: 1,
    touchpointId: 'tou_home',
    title: 'Llamó',
  })
})

test('kin of the one that went is kin of the one that stays', async () => {
  const { from, into } = await two()
  const { message } = await mailed(from.id)
  const made = await split(mariana, from.id, { messages: [message] }, later)
  await merge(mariana, from.id, { into: into.id }, later)
  const page = await ticketById(mariana, into.id, later)
  expect(page.links.map(({ kind, way, ticket }) => [kind, way, ticket.number]).sort()).toEqual([
    ['merged', 'from', from.number],
    ['split', 'to', made.number],
  ])
  await expect(merge(mariana, from.id, { into: into.id }, later)).rejects.toMatchObject({ code: 'ticket.transition' })
})

test('one draft holds what somebody began on both; the other people’s move along', async () => {
  const { from, into } = await two()
  const draft = (ticketId: string, userId: string, text: string) => ({
    ...{ ticketId, userId, kind: 'reply' as const, text, shared: false, beganAt: monday, updatedAt: monday },
  })
  await atomically((tx) => [
    tx.insert(schema.drafts).values(draft(from.id, mariana.id, 'Uno')),
    tx.insert(schema.drafts).values(draft(into.id, mariana.id, 'Dos')),
    tx.insert(schema.drafts).values(draft(from.id, ruben.id, 'Tres')),
  ])
  await merge(mariana, from.id, { into: into.id }, later)
  const rows = await db.select().from(schema.drafts).where(eq(schema.drafts.ticketId, into.id))
  expect(rows.map(({ userId, text }) => [userId, text]).sort()).toEqual([
    [mariana.id, 'Dos\n\nUno'],
    [ruben.id, 'Tres'],
  ])
  expect(await db.$count(schema.drafts, eq(schema.drafts.ticketId, from.id))).toBe(0)
})

test('the one that stays sleeps on only if both were set aside', async () => {
  const [one, both] = [await two(), await two()]
  await snooze(lead, one.into.id, { until: later }, monday)
  await snooze(lead, both.into.id, { until: later }, monday)
  await snooze(lead, both.from.id, { until: later }, monday)
  await merge(lead, one.from.id, { into: one.into.id }, monday)
  await merge(lead, both.from.id, { into: both.into.id }, monday)
  expect([(await ticketOf(one.into.id))?.snoozedUntil, (await ticketOf(both.into.id))?.snoozedUntil]).toEqual([
    null,
    later,
  ])
})

test('who sees only one of two tickets cannot merge them, and a stale version is refused for either', async () => {
  const { from, into } = await two({ teamId: 'tea_billing' })
  const own = await stand({ customer: { id: from.customerId ?? '' }, touchpointId: null })
  await expect(merge(mariana, own.id, { into: into.id }, later)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(merge(stranger, own.id, { into: into.id }, later)).rejects.toMatchObject({ code: 'ticket.unknown' })
  const stale = { tickets: [{ id: from.id, version: 7 }] }
  await expect(mergeMany(stranger, into.id, stale, later)).rejects.toMatchObject({
    code: 'ticket.stale',
    facts: { id: from.id },
  })
  const staying = { tickets: [{ id: from.id }], version: 7 }
  await expect(mergeMany(stranger, into.id, staying, later)).rejects.toMatchObject({
    code: 'ticket.stale',
    facts: { id: into.id },
  })
})

test('of two who merge two tickets into each other, one wins', async () => {
  const { from, into } = await two()
  const results = await Promise.allSettled([
    merge(mariana, from.id, { into: into.id }, later),
    merge(ruben, into.id, { into: from.id }, later),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [one, other] = [await ticketOf(from.id), await ticketOf(into.id)]
  expect([one?.open, other?.open].filter(Boolean)).toHaveLength(1)
  expect((await held(one?.open ? from.id : into.id)).responses).toBe(2)
})
