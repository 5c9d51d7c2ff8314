import { beforeAll, expect, test } from 'vitest'
import { atomically } from '@/db'
import { suppressions } from '@/db/schema'
import { indexTicket } from '@/db/search'
import type { Actor } from '@/lib/identity/shared'
import { after, hours, minutes } from '@/lib/kit/clock'
import {
  assignToMe,
  changeStatus,
  changeTeam,
  decideResolve,
  discard,
  dossierOf,
  logContact,
  type QueueAsk,
  queueCounts,
  queuePage,
  type TicketRow,
  ticketCount,
} from '@/lib/tickets'
import { foundWorld, lead, manager, mariana, monday, ruben, stand, stranger, viewer } from './world'

const now = after(monday, hours(5))
const rows: Record<string, TicketRow> = {}
const numbers = async (actor: Actor, ask: QueueAsk) =>
  (await queuePage(actor, ask, now)).data.map(({ id }) => Object.keys(rows).find((name) => rows[name]?.id === id))

beforeAll(async () => {
  await foundWorld()
  const contact = { channel: 'phone', direction: 'out', outcome: 'spoke' } as const
  const at = (hour: number) => ({ at: after(monday, hours(hour)) })
  rows.late = await stand({ ...at(0), reasons: ['cau_broken', 'cau_late'], occurrence: 3 })
  rows.urgent = await stand({ ...at(4), priority: 'urgent', score: 0, comment: null, reasons: ['cau_late'] })
  rows.mine = await stand({ ...at(1), priority: 'normal', score: 5, customer: { name: 'Óscar Villaseñor' } })
  rows.waiting = await stand({ ...at(1), score: 6, priority: 'low' })
  rows.resolved = await stand({ ...at(-20), contactAllowed: true, customer: { email: 'bounced@example.com' } })
  rows.discarded = await stand({ ...at(2), comment: null })
  rows.foreign = await stand({ ...at(2), teamId: 'tea_billing', touchpointId: 'tou_invoice', score: 1 })
  rows.shared = await stand({ ...at(3), priority: 'low', score: 4 })
  await assignToMe(mariana, rows.mine.id, {}, at(2).at)
  await logContact(ruben, rows.waiting.id, contact, at(2).at)
  await changeStatus(ruben, rows.waiting.id, { status: 'waiting_customer' }, at(2).at)
  const solution = { rootCause: 'cau_late', actionTaken: 'x', summary: 'y', contact }
  const resolved = decideResolve(ruben, await dossierOf(ruben, rows.resolved.id), solution, at(0).at)
  await atomically((tx) => [
    ...resolved.steps,
    tx.insert(suppressions).values({ addressKey: 'bounced@example.com', reason: 'bounced', at: now }),
  ])
  await discard(ruben, rows.discarded.id, { reason: 'test' }, at(3).at)
  await changeTeam(lead, rows.shared.id, { team: 'billing' }, at(3).at)
})

test('each view holds its tickets, the nearest due first, those that pause behind', async () => {
  expect(await numbers(mariana, { view: 'triage' })).toEqual(['late', 'urgent'])
  expect(await numbers(mariana, { view: 'mine' })).toEqual(['mine'])
  expect(await numbers(mariana, { view: 'unassigned' })).toEqual(['late', 'urgent', 'waiting'])
  expect(await numbers(mariana, { view: 'overdue' })).toEqual(['late'])
  expect(await numbers(mariana, { view: 'today' })).toEqual(['late', 'urgent'])
  expect(await numbers(mariana, { view: 'waiting' })).toEqual(['waiting'])
  expect(await numbers(mariana, { view: 'asking' })).toEqual(['resolved'])
  expect(await numbers(mariana, { view: 'open' })).toEqual(['late', 'urgent', 'mine', 'shared', 'waiting'])
  expect(await numbers(mariana, { view: 'closed' })).toEqual([])
  expect(await numbers(manager, { view: 'all' })).toEqual([
    ...['late', 'urgent', 'foreign', 'mine', 'shared'],
    ...['discarded', 'resolved', 'waiting'],
  ])
})

test('everybody sees their teams’ tickets and those they help with, and nothing else', async () => {
  expect(await numbers(stranger, { view: 'open' })).toEqual(['foreign', 'shared'])
  expect(await numbers(manager, { filters: { team: ['billing'] } })).toEqual(['foreign', 'shared'])
  expect(await numbers(mariana, { filters: { team: ['billing'] } })).toEqual(['shared'])
  expect(await numbers(stranger, { filters: { team: ['tea_delivery'] } })).toEqual([])
  await expect(queuePage(viewer, {}, now)).rejects.toMatchObject({ code: 'identity.forbidden' })
  const key: Actor = { kind: 'key', id: 'key', scopes: ['tickets:read'] }
  expect((await numbers(key, { view: 'all' })).length).toBe(8)
})

test('sorts', async () => {
  expect(await numbers(mariana, { sort: 'lowest' })).toEqual(['urgent', 'late', 'shared', 'mine', 'waiting'])
  expect(await numbers(manager, { sort: 'newest', view: 'triage' })).toEqual(['shared', 'foreign', 'urgent', 'late'])
  expect(await numbers(manager, { sort: 'oldest', view: 'triage' })).toEqual(['late', 'urgent', 'foreign', 'shared'])
})

test('filters narrow a view, several values of one field are alternatives', async () => {
  expect(await numbers(manager, { filters: { touchpoint: ['invoice', 'tou_home'], score: { to: 1 } } })).toEqual([
    'urgent',
    'foreign',
  ])
  expect(await numbers(manager, { filters: { priority: ['normal'] } })).toEqual(['mine'])
  expect(
    await numbers(manager, { filters: { assignee: ['mariana@casa-lua.mx', 'none'], status: ['assigned'] } }),
  ).toEqual(['mine'])
  expect(await numbers(mariana, { filters: { assignee: ['me', 'none'], category: ['detractor'] } })).toEqual([
    ...['late', 'urgent', 'mine', 'shared', 'waiting'],
  ])
  expect(await numbers(manager, { view: 'all', filters: { status: ['discarded', 'resolved'] } })).toEqual([
    'discarded',
    'resolved',
  ])
  expect(await numbers(manager, { view: 'triage', filters: { status: ['resolved'] } })).toEqual([])
  expect(await numbers(manager, { view: 'all', filters: { overdue: true } })).toEqual(['late'])
})

test('pages follow each other without gap or repeat in every sort', async () => {
  for (const sort of ['due', 'newest', 'oldest', 'lowest'] as const) {
    const whole = await numbers(manager, { view: 'all', sort })
    const seen: (string | undefined)[] = []
    let cursor: string | null | undefined
    do {
      const page = await queuePage(manager, { view: 'all', sort, limit: 3, cursor: cursor ?? undefined }, now)
      seen.push(...page.data.map(({ id }) => Object.keys(rows).find((name) => rows[name]?.id === id)))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
    expect(new Set(seen).size).toBe(8)
  }
})

test('words are looked up in their index, within what the reader sees', async () => {
  for (const name of ['late', 'foreign', 'mine']) await indexTicket(rows[name]?.number ?? 0, `llego tarde ${name}`)
  expect(await numbers(mariana, { filters: { q: 'llegó' } })).toEqual(['mine', 'late'])
  expect(await numbers(manager, { filters: { q: 'Llegó tar' }, limit: 2 })).toEqual(['foreign', 'mine'])
  expect(await numbers(manager, { view: 'all', filters: { q: `#${rows.discarded?.number}` } })).toEqual(['discarded'])
  expect(await ticketCount(mariana, { filters: { q: 'llego' } }, now)).toBe(2)
})

test('a row carries everything its line shows', async () => {
  const { data } = await queuePage(mariana, { view: 'open' }, now)
  const [late, urgent, mine] = data
  expect(late).toMatchObject({
    words: 'Llegó diez días tarde',
    customer: { name: 'Ana Ruiz' },
    touchpoint: { slug: 'home' },
    assignee: null,
    loop: ['done', 'now', 'next', 'next', 'next'],
    clock: { kind: 'first_contact', state: 'running', left: -60, late: true, share: 1 },
    unread: true,
    flags: { occurrence: 3, bounced: false, noAddress: false, noContact: false },
  })
  expect(urgent).toMatchObject({
    words: null,
    reasons: [{ name: 'motivo late', names: { en: 'reason late' } }],
    clock: { left: 60, share: 0.5, soon: false },
  })
  expect(mine).toMatchObject({
    assignee: { id: mariana.id, name: 'mariana' },
    customer: { name: 'Óscar Villaseñor' },
    unread: true,
    snoozedUntil: null,
    tags: [],
  })
  const [resolved] = (await queuePage(mariana, { view: 'resolved' }, now)).data
  expect(resolved).toMatchObject({
    flags: { bounced: true },
    loop: ['done', 'done', 'done', 'now', 'next'],
    clock: null,
  })
})

test('counts of the rail agree with the lists and stop at a hundred', async () => {
  expect(await queueCounts(mariana, now)).toEqual({
    triage: { total: 2, late: 1 },
    mine: { total: 1, late: 0 },
    unassigned: { total: 3, late: 1 },
    overdue: { total: 1, late: 1 },
    today: { total: 2, late: 1 },
    waiting: { total: 1, late: 0 },
    snoozed: { total: 0, late: 0 },
    asking: { total: 1, late: 0 },
    mentions: { total: 0, late: 0 },
    open: { total: 5, late: 1 },
  })
  expect(await ticketCount(manager, { view: 'all' }, now)).toBe(8)
  expect(await ticketCount(stranger, { view: 'open' }, now)).toBe(2)
  for (let n = 0; n < 101; n++) await stand({ at: after(monday, minutes(n)) })
  expect((await queueCounts(manager, now)).open).toEqual({ total: 100, late: 61 })
})
