import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { atomically, db } from '@/db'
import * as schema from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { addInitiative, board, editInitiative, touchpointPage } from '@/lib/insights'
import { startOf, weeksOf } from '@/lib/insights/span'
import { addDays, dayOf, lastDays } from '@/lib/kit/period'
import { loadSample } from '@/lib/sample'

const now = new Date('2026-11-21T18:00:00Z')
const zone = 'America/Mexico_City'
const period = lastDays(90, now, zone)
const actorOf = (role: UserActor['role'], teams: string[] = []): UserActor => ({
  kind: 'user',
  id: 'usr_x',
  name: 'X',
  role,
  teams,
  locale: 'es',
  timeZone: zone,
})
const teamOf = async (slug: string) => {
  const [team] = await db.select().from(schema.teams).where(eq(schema.teams.slug, slug))
  return team?.id ?? ''
}
const draft = { touchpoint: 'caja', title: 'Tercera caja en quincena', state: 'approved' as const, live: '2026-11-10' }

beforeAll(() => loadSample(now))

describe('changes at a touchpoint', () => {
  test('the lead of the owning team notes one, and the day it is live stands on the trend', async () => {
    const lead = actorOf('lead', [await teamOf('tiendas')])
    const { id } = await addInitiative(lead, draft, now)
    const { figures } = await touchpointPage(lead, 'caja', period, now)
    const made = figures.initiatives.find((one) => one.id === id)
    expect(made).toMatchObject({ title: 'Tercera caja en quincena', state: 'approved', version: 1 })
    expect(dayOf(made?.liveAt ?? now, zone)).toBe('2026-11-10')
    await editInitiative(lead, id, 1, { ...draft, state: 'no_effect', live: null }, now)
    await expect(editInitiative(lead, id, 1, draft, now)).rejects.toMatchObject({ code: 'initiative.stale' })
    const [row] = await db.select().from(schema.initiatives).where(eq(schema.initiatives.id, id))
    expect([row?.state, row?.liveAt, row?.version]).toEqual(['no_effect', null, 2])
  })

  test('nobody else may: another team’s lead, an agent, a viewer; a manager may', async () => {
    for (const actor of [
      actorOf('lead', [await teamOf('entregas')]),
      actorOf('agent', [await teamOf('tiendas')]),
      actorOf('viewer'),
    ])
      await expect(addInitiative(actor, draft, now)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(addInitiative(actorOf('manager'), draft, now)).resolves.toHaveProperty('id')
    await expect(addInitiative(actorOf('manager'), { ...draft, touchpoint: 'no-such' }, now)).rejects.toMatchObject({
      code: 'input.invalid',
    })
  })
})

describe('the board of a company like this one', () => {
  test('is fresh: what was closed a moment ago is not open any more', async () => {
    const before = await board(actorOf('manager'), period, now)
    const [open] = await db.select().from(schema.tickets).where(eq(schema.tickets.open, true)).limit(1)
    await atomically((tx) => [
      tx
        .update(schema.tickets)
        .set({ open: false, status: 'closed', closedAt: now })
        .where(eq(schema.tickets.id, open?.id ?? '')),
    ])
    const after = await board(actorOf('manager'), period, now)
    expect(after.loop.open).toBe(before.loop.open - 1)
  })
})

describe('days and weeks', () => {
  test('a local day begins at its first quarter of an hour, in any zone and across a change of clocks', () => {
    for (const its of ['America/Mexico_City', 'Pacific/Auckland', 'Asia/Kolkata', 'America/St_Johns', 'Europe/Madrid'])
      for (const day of ['2026-03-29', '2026-10-25', '2026-11-21', '2026-01-01']) {
        const start = startOf(day, its)
        expect([dayOf(start, its), dayOf(new Date(start.getTime() - 1), its)]).toEqual([day, addDays(day, -1)])
      }
  })

  test('weeks count back from the last day; only the first may be short', () => {
    const weeks = weeksOf({ from: '2026-11-01', to: '2026-11-21' })
    expect(weeks.map(({ from }) => from)).toEqual(['2026-11-01', '2026-11-08', '2026-11-15'])
    expect(weeksOf({ from: '2026-11-19', to: '2026-11-21' })).toEqual([{ from: '2026-11-19', to: '2026-11-21' }])
  })
})
