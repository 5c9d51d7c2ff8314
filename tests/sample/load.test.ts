import { and, eq, inArray, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { searchTickets } from '@/db/search'
import { macrosFor, noticesOf } from '@/lib/desk'
import { MacroDeeds } from '@/lib/desk/shared'
import { loadSample, sampleAccounts } from '@/lib/sample'
import { parseQuery } from '@/lib/tickets/shared'
import { runDue } from '@/lib/worker'

const now = new Date('2026-11-21T18:00:00Z')
let seconds = 0

beforeAll(async () => {
  const started = performance.now()
  expect(await loadSample(now)).toEqual({ loaded: true })
  seconds = (performance.now() - started) / 1000
})

const all = {
  responses: () => db.select().from(schema.responses),
  tickets: () => db.select().from(schema.tickets),
}

describe('the sample company', () => {
  test('is loaded in seconds, once, and says that it is a sample', async () => {
    expect(seconds).toBeLessThan(40)
    expect(await loadSample(now)).toEqual({ loaded: false })
    const [house] = await db.select().from(schema.organization)
    expect([house?.name, house?.sample]).toEqual(['Casa Lúa', true])
  })

  test('has eight teams, six stages, twenty-five touchpoints and a year of answers', async () => {
    const count = async (table: Parameters<typeof db.$count>[0]) => db.$count(table)
    expect(await count(schema.teams)).toBe(8)
    expect(await count(schema.stages)).toBe(6)
    expect(await count(schema.touchpoints)).toBe(25)
    const answers = await db.$count(schema.responses, eq(schema.responses.kind, 'answer'))
    expect(answers).toBeGreaterThan(3000)
  })

  test('is found by its words once the worker has looked, and asks the worker for nothing else', async () => {
    expect(await db.select({ kind: schema.jobs.kind }).from(schema.jobs)).toEqual(
      Array.from({ length: 9 }, () => ({ kind: 'event.dispatch' })),
    )
    await runDue(now)
    expect((await searchTickets('vallejo rfc', 5)).length).toBe(0)
    expect((await searchTickets('movi los muebles', 5)).length).toBeGreaterThan(0)
    expect(await db.$count(schema.letters, inArray(schema.letters.state, ['queued', 'sending']))).toBe(0)
  })

  test('lets every kind of person in with one password', async () => {
    expect(new Set(sampleAccounts.map(({ role }) => role))).toEqual(
      new Set(['admin', 'manager', 'lead', 'agent', 'viewer']),
    )
    for (const { email, password } of sampleAccounts) {
      expect(password.length).toBeGreaterThanOrEqual(12)
      expect(await db.$count(schema.users, eq(schema.users.emailKey, email))).toBe(1)
    }
  })

  test('has tickets in every state and with every outcome', async () => {
    const rows = await all.tickets()
    const has = (word: string, of: (row: (typeof rows)[number]) => string | null) =>
      expect([word, rows.filter((row) => of(row) === word).length > 0]).toEqual([word, true])
    for (const status of schema.tickets.status.enumValues) has(status, (row) => row.status)
    for (const outcome of schema.tickets.outcome.enumValues) has(outcome, (row) => row.outcome)
    expect(rows.filter(({ reopens }) => reopens > 0).length).toBeGreaterThan(5)
  })

  test('shows what a desk does all day: tickets set aside, split, merged and watched, tasks, gestures, mail both ways', async () => {
    const rows = await all.tickets()
    const messages = await db.select().from(schema.messages)
    const figures = {
      snoozed: rows.filter(({ snoozedUntil }) => snoozedUntil !== null).length,
      merged: rows.filter(({ mergedInto }) => mergedInto !== null).length,
      links: await db.$count(schema.ticketLinks),
      watched: await db.$count(schema.watchers),
      tasks: await db.$count(schema.subTasks),
      gestures: await db.$count(schema.gestures),
      waiting: await db.$count(schema.gestures, isNull(schema.gestures.approvedAt)),
      mentions: await db.$count(schema.notices, eq(schema.notices.kind, 'mention')),
      away: messages.filter(({ kind }) => kind === 'automatic').length,
      mail: messages.filter(({ kind, quoteAt }) => kind === 'inbound' && quoteAt !== null).length,
      returned: await db.$count(
        schema.letters,
        and(eq(schema.letters.kind, 'reply'), eq(schema.letters.state, 'bounced')),
      ),
      macros: await db.$count(schema.macros),
    }
    expect(Object.entries(figures).filter(([, count]) => count < 2)).toEqual([])
    expect(rows.filter(({ snoozedUntil, open }) => snoozedUntil && (!open || snoozedUntil <= now))).toEqual([])
  })

  test('keeps views and macros that its own people may use, in words that the queue understands', async () => {
    const views = await db.select().from(schema.savedViews)
    expect(views.length).toBe(3)
    for (const { query } of views) expect([query, parseQuery(query).problems]).toEqual([query, []])
    for (const { deeds } of await db.select().from(schema.macros))
      expect(MacroDeeds.safeParse(deeds).success).toBe(true)
    const [row] = await db.select().from(schema.users).where(eq(schema.users.name, 'Rubén Olvera'))
    const belongs = await db
      .select()
      .from(schema.memberships)
      .where(eq(schema.memberships.userId, row?.id ?? ''))
    const ruben = {
      kind: 'user',
      id: row?.id ?? '',
      name: '',
      role: 'agent',
      teams: belongs.map(({ teamId }) => teamId),
    } as const
    const actor = { ...ruben, locale: 'es', timeZone: 'America/Mexico_City' } as const
    expect((await macrosFor(actor)).length).toBe(3)
    expect((await noticesOf(actor)).notices.length).toBeGreaterThan(0)
  })
})
