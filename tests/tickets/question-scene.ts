import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { atomically, frozen } from '@/db'
import { customers, notices, slaClocks, ticketReads, tickets, ticketTags, watchers } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { after, days, hours } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { changeTeam, idsOf, indexTickets, type TicketRow, ticketCount } from '@/lib/tickets'
import { type Grouping, parseQuery, type Sort } from '@/lib/tickets/shared'
import { foundWorld, lead, mariana, monday, stand } from './world'

export const now = after(monday, hours(5))
const rows: Record<string, TicketRow> = {}
export const nameOf = (id: string) => Object.keys(rows).find((name) => rows[name]?.id === id) ?? id

/** Names of the tickets that a question finds, in order; counted, too. */
export async function found(actor: Actor, text: string, more: { sort?: Sort; group?: Grouping } = {}) {
  const { query, problems } = parseQuery(text)
  expect(problems, text).toEqual([])
  const { ids } = await idsOf(actor, { view: 'all', query, ...more }, now)
  expect(await ticketCount(actor, { query }, now), text).toBe(ids.length)
  return ids.map(nameOf)
}
export const sorted = async (actor: Actor, text: string) => (await found(actor, text)).sort().join(' ')

const set = (name: string, values: Partial<TicketRow>) =>
  atomically((tx) => [
    tx
      .update(tickets)
      .set(values)
      .where(eq(tickets.id, rows[name]?.id ?? '')),
  ])
const customer = (name: string, values: Partial<typeof customers.$inferInsert>) =>
  atomically((tx) => [
    tx
      .update(customers)
      .set(values)
      .where(eq(customers.id, rows[name]?.customerId ?? '')),
  ])
const insertTag = frozen(ticketTags)
const insertNotice = frozen(notices)

const ends = { nextDueAt: null, alarmAt: null }

/** Seven tickets, each of which differs from the others by something. */
export async function setTickets() {
  await foundWorld()
  const at = (hour: number) => ({ at: after(monday, hours(hour)) })
  rows.late = await stand({
    ...at(0),
    comment: 'Me citaron tres veces',
    customer: { name: 'Óscar Peña' },
    occurrence: 3,
  })
  rows.fresh = await stand({ ...at(4), score: 0, priority: 'urgent', comment: null })
  rows.mine = await stand({ ...at(1), score: 8, language: 'en', priority: 'low' })
  rows.ended = await stand({ ...at(-40), score: 10 })
  rows.lost = await stand({ ...at(-30), touchpointId: null, customer: { email: null } })
  rows.foreign = await stand({ ...at(2), teamId: 'tea_billing', touchpointId: 'tou_invoice', score: 1 })
  rows.shared = await stand({ ...at(3), score: 4, priority: 'normal' })
  await changeTeam(lead, rows.shared.id, { team: 'billing' }, at(3).at)
  await set('mine', { assigneeId: mariana.id, status: 'in_progress', firstContactAt: now })
  await set('ended', { status: 'closed', open: false, ...ends })
  await set('late', { segment: 'Oro', rootCauseId: 'cau_late', escalation: 1, customerSpokeAt: after(now, -days(2)) })
  await set('fresh', { snoozedUntil: after(now, hours(3)), snoozedBy: mariana.id, attention: 'wait_over' })
  await set('lost', { reopens: 1, contactAllowed: false, status: 'resolved', open: false, ...ends, verdictDueAt: now })
  await set('foreign', { contactable: false, segment: 'Oro', rootCauseId: 'cau_broken' })
  await customer('late', { folded: 'oscar pena', annualValue: 250_000, valueCurrency: 'MXN', phone: '+525512345678' })
  await customer('mine', { annualValue: 900, valueCurrency: 'CLP', externalId: 'C-77' })
  await atomically((tx) => [
    ...['late', 'foreign'].map((name) => insertTag({ ticketId: rows[name]?.id ?? '', tag: 'muy-enojado' })),
    insertTag({ ticketId: rows.fresh?.id ?? '', tag: 'spam' }),
    tx.insert(watchers).values({ ticketId: rows.late?.id ?? '', userId: mariana.id, at: now }),
    tx.insert(watchers).values({ ticketId: rows.foreign?.id ?? '', userId: mariana.id, at: now }),
    ...['fresh', 'foreign'].map((name) =>
      insertNotice({ id: newId('notice'), userId: mariana.id, kind: 'mention', ticketId: rows[name]?.id, at: now }),
    ),
    tx.insert(ticketReads).values({ userId: mariana.id, ticketId: rows.mine?.id ?? '', at: now, unread: false }),
    tx.insert(ticketReads).values({ userId: mariana.id, ticketId: rows.shared?.id ?? '', at: now, unread: true }),
    tx
      .update(slaClocks)
      .set({ state: 'met', settledAt: now })
      .where(eq(slaClocks.ticketId, rows.ended?.id ?? '')),
    tx
      .update(slaClocks)
      .set({ warnedAt: now })
      .where(and(eq(slaClocks.ticketId, rows.mine?.id ?? ''), eq(slaClocks.kind, 'first_contact'))),
  ])
  await indexTickets(Object.values(rows).map(({ id }) => id))
}
