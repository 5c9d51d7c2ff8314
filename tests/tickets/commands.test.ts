import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import { contributors, events, responses, slaClocks, tickets, touchpoints, users } from '@/db/schema'
import {
  addNote,
  assign,
  assignToMe,
  changePriority,
  changeStatus,
  changeTeam,
  changeTouchpoint,
  createTicket,
  discard,
  dossierOf,
  merge,
  patchTicket,
  setRootCause,
  tag,
} from '@/lib/tickets'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from './world'

beforeAll(foundWorld)

const rowOf = async (id: string) => {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id))
  if (!row) throw new Error('no such ticket')
  return row
}
const clockOf = async (id: string, kind: 'first_contact' | 'resolution') =>
  (await db.select().from(slaClocks).where(eq(slaClocks.ticketId, id))).find((clock) => clock.kind === kind)

test('somebody takes a fresh ticket; the loser of the race is told who has it now', async () => {
  const { id } = await stand()
  const [one, two] = await Promise.allSettled([
    assignToMe(mariana, id, { version: 1 }, monday),
    assignToMe(ruben, id, { version: 1 }, monday),
  ])
  const [won, lost] = one.status === 'fulfilled' ? [one, two] : [two, one]
  expect(won).toMatchObject({ value: { version: 2, status: 'assigned' } })
  const { assigneeId } = await rowOf(id)
  expect(lost).toMatchObject({
    reason: {
      code: 'ticket.stale',
      facts: { version: 2, status: 'assigned', assignee: assigneeId, changedBy: assigneeId },
    },
  })
})

test('only active members of the owning or a helping team may have it, and an agent hands out nobody else', async () => {
  const { id } = await stand()
  await expect(assign(lead, id, { assignee: stranger.id }, monday)).rejects.toMatchObject({
    code: 'ticket.notMember',
    issues: [{ path: 'assignee' }],
  })
  await expect(assign(mariana, id, { assignee: ruben.id }, monday)).rejects.toMatchObject({
    code: 'identity.forbidden',
  })
  await assign(lead, id, { assignee: 'ruben@casa-lua.mx' }, monday)
  await assign(ruben, id, { assignee: null }, monday)
  expect(await rowOf(id)).toMatchObject({ status: 'new', assigneeId: null, version: 3 })
  await atomically((tx) => [tx.update(users).set({ active: false }).where(eq(users.id, ruben.id))])
  await expect(assign(lead, id, { assignee: ruben.id }, monday)).rejects.toMatchObject({ code: 'ticket.notMember' })
  await atomically((tx) => [tx.update(users).set({ active: true }).where(eq(users.id, ruben.id))])
})

test('another team’s ticket does not exist, and a viewer has no tickets at all', async () => {
  const { id } = await stand()
  for (const nobody of [stranger, viewer]) {
    await expect(dossierOf(nobody, id)).rejects.toMatchObject({ code: 'ticket.unknown' })
  }
  await expect(addNote(viewer, id, { text: 'x' }, monday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  await expect(addNote(stranger, id, { text: 'x' }, monday)).rejects.toMatchObject({ code: 'ticket.unknown' })
  await expect(addNote(manager, 'tic_missing', { text: 'x' }, monday)).rejects.toMatchObject({ code: 'ticket.unknown' })
})

test('an arrow that is not drawn is refused and the allowed ones are named', async () => {
  const { id } = await stand()
  await expect(changeStatus(mariana, id, { status: 'waiting_customer' }, monday)).rejects.toMatchObject({
    code: 'ticket.transition',
    facts: { from: 'new', to: 'waiting_customer', allowed: ['assigned', 'in_progress', 'discarded'] },
  })
  await expect(changeStatus(mariana, id, { status: 'closed' }, monday)).rejects.toMatchObject({
    code: 'ticket.transition',
  })
})

test('a detractor who wrote something is discarded by a lead only', async () => {
  const { id } = await stand()
  await expect(discard(mariana, id, { reason: 'test' }, monday)).rejects.toMatchObject({ code: 'identity.forbidden' })
  const quiet = await stand({ comment: null })
  await discard(mariana, quiet.id, { reason: 'test' }, monday)
  expect(await rowOf(quiet.id)).toMatchObject({ status: 'discarded', outcome: 'void', open: false, joinKey: null })
  await discard(lead, id, { reason: 'bot' }, monday)
  expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'void' })
  await expect(changePriority(lead, id, { priority: 'low' }, monday)).rejects.toMatchObject({ code: 'ticket.settled' })
})

test('another team takes over: the assignee stays only as its member, the old team helps on and still sees it', async () => {
  const { id } = await stand({ assigneeId: mariana.id })
  await changeTeam(mariana, id, { team: 'billing' }, monday)
  expect(await rowOf(id)).toMatchObject({ teamId: 'tea_billing', assigneeId: null, status: 'new', version: 2 })
  expect(await db.$count(contributors, eq(contributors.ticketId, id))).toBe(1)
  await assign(lead, id, { assignee: mariana.id }, monday)
  await expect(changeTeam(lead, id, { team: 'nowhere' }, monday)).rejects.toMatchObject({ issues: [{ path: 'team' }] })
})

test('a graver priority is due earlier, a lighter one later', async () => {
  const { id } = await stand()
  await changePriority(mariana, id, { priority: 'urgent' }, monday)
  expect((await rowOf(id)).nextDueAt?.toISOString()).toBe('2026-11-16T18:00:00.000Z')
  await changePriority(mariana, id, { priority: 'normal' }, monday)
  const { nextDueAt, priorityReason, version } = await rowOf(id)
  expect([nextDueAt?.toISOString(), priorityReason, version]).toEqual(['2026-11-17T00:00:00.000Z', 'person', 3])
})

test('where it went wrong can be corrected; further answers join it there', async () => {
  const { id, customerId } = await stand()
  await changeTouchpoint(mariana, id, { touchpoint: 'invoice' }, monday)
  const [touchpoint] = await db.select().from(touchpoints).where(eq(touchpoints.slug, 'invoice'))
  expect(await rowOf(id)).toMatchObject({ touchpointId: touchpoint?.id, joinKey: `${customerId}:${touchpoint?.id}` })
})

test('merging moves the answers, keeps the graver priority and needs one customer', async () => {
  const into = await stand({ priority: 'normal' })
  const from = await stand({ customer: { id: into.customerId ?? '' }, touchpointId: 'tou_invoice', priority: 'high' })
  const other = await stand()
  await expect(merge(mariana, other.id, { into: into.id }, monday)).rejects.toMatchObject({ code: 'ticket.merge' })
  await expect(merge(mariana, from.id, { into: 'tic_missing' }, monday)).rejects.toMatchObject({
    code: 'ticket.unknown',
  })
  await merge(mariana, from.id, { into: into.id }, monday)
  expect(await rowOf(from.id)).toMatchObject({ status: 'discarded', discardReason: 'duplicate', mergedInto: into.id })
  expect(await rowOf(into.id)).toMatchObject({ answers: 2, priority: 'high', version: 2 })
  expect(await db.$count(responses, eq(responses.ticketId, into.id))).toBe(2)
})

test('several properties change in one list or not at all', async () => {
  const { id } = await stand()
  const patch = { assignee: mariana.id, priority: 'urgent', rootCause: 'broken', tags: ['GPS', 'Paquetería'] } as const
  await expect(
    patchTicket(lead, id, { ...patch, tags: [...patch.tags], status: 'closed', version: 1 }, monday),
  ).rejects.toMatchObject({ code: 'ticket.transition' })
  expect(await rowOf(id)).toMatchObject({ version: 1, assigneeId: null })
  await patchTicket(lead, id, { ...patch, tags: [...patch.tags], status: 'in_progress', version: 1 }, monday)
  expect(await rowOf(id)).toMatchObject({
    version: 6,
    assigneeId: mariana.id,
    priority: 'urgent',
    status: 'in_progress',
    rootCauseId: 'cau_broken',
  })
  expect(await patchTicket(lead, id, { priority: 'urgent', version: 6 }, monday)).toMatchObject({ version: 6 })
})

test('tags become slugs, causes are known ones', async () => {
  const { id } = await stand()
  await tag(mariana, id, { tags: ['Paquetería', 'paqueteria', ' '] }, monday)
  await tag(mariana, id, { tags: ['gps'] }, monday)
  const last = (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)).at(-1)
  expect(last?.payload).toMatchObject({ added: ['gps'], removed: ['paqueteria'] })
  await expect(setRootCause(mariana, id, { rootCause: 'nothing' }, monday)).rejects.toMatchObject({
    issues: [{ path: 'rootCause' }],
  })
})

test('a ticket can be made by hand, in one’s own team', async () => {
  const made = await createTicket(mariana, { title: 'Llamó la señora Cárdenas', touchpoint: 'home' }, monday)
  expect(await rowOf(made.id)).toMatchObject({
    teamId: 'tea_delivery',
    responseId: null,
    priority: 'normal',
    contactable: false,
  })
  await expect(createTicket(mariana, { title: 'x', team: 'billing' }, monday)).rejects.toMatchObject({
    issues: [{ path: 'team' }],
  })
})
