import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db'
import * as schema from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { type Board, board, boardChoices, npsInterval, touchpointPage, trend } from '@/lib/insights'
import { lastDays } from '@/lib/kit/period'
import { loadSample } from '@/lib/sample'

const now = new Date('2026-11-21T18:00:00Z')
const period = lastDays(90, now, 'America/Mexico_City')
const actorOf = (role: UserActor['role'], teams: string[] = []): UserActor => ({
  kind: 'user',
  id: 'usr_x',
  name: 'X',
  role,
  teams,
  locale: 'es',
  timeZone: 'America/Mexico_City',
})
const manager = actorOf('manager')
let all: Board
let answers: (typeof schema.responses.$inferSelect)[] = []
let tickets: (typeof schema.tickets.$inferSelect)[] = []
let deliveries = ''

beforeAll(async () => {
  await loadSample(now)
  all = await board(manager, period, now)
  answers = (await db.select().from(schema.responses)).filter(({ kind }) => kind === 'answer')
  tickets = await db.select().from(schema.tickets)
  const [team] = await db.select().from(schema.teams).where(eq(schema.teams.slug, 'entregas'))
  deliveries = team?.id ?? ''
})

type Row = { category: string | null; touchpointId: string | null; day: string }
const inside = ({ day }: { day: string }, { from, to } = period) => day >= from && day <= to
const countsOf = (rows: Row[]) => ({
  promoters: rows.filter(({ category }) => category === 'promoter').length,
  passives: rows.filter(({ category }) => category === 'passive').length,
  detractors: rows.filter(({ category }) => category === 'detractor').length,
})
const at = (slug: string, from: Board = all) => {
  const found = from.places.find(({ place }) => place.slug === slug)
  if (!found) throw new Error(slug)
  return found
}
const opened = () => {
  const start = new Date(`${period.from}T06:00:00Z`)
  return tickets.filter(({ receivedAt, status }) => receivedAt >= start && status !== 'discarded')
}

describe('figures of answers', () => {
  test('are those of a count by hand, in all and at every touchpoint, now and before', () => {
    expect(all.total.counts).toEqual(countsOf(answers.filter((row) => inside(row))))
    for (const { place, counts } of all.places)
      expect(counts).toEqual(countsOf(answers.filter((row) => inside(row) && row.touchpointId === place.id)))
    const before = countsOf(answers.filter((row) => inside(row, all.before)))
    const points = (c: typeof before) =>
      (100 * (c.promoters - c.detractors)) / (c.promoters + c.passives + c.detractors)
    expect(all.total.change?.points).toBeCloseTo(points(all.total.counts) - points(before), 8)
    expect(all.total.interval).toEqual(npsInterval(all.total.counts))
  })

  test('what the touchpoints take and give adds up in size: share × (here − rest)', () => {
    for (const { impact, counts, n, nps: own } of all.places) {
      if (n === 0) continue
      const rest = all.total.n - n
      const others =
        100 * (all.total.counts.promoters - counts.promoters - all.total.counts.detractors + counts.detractors)
      expect(impact).toBeCloseTo((n / all.total.n) * ((own ?? 0) - others / rest), 8)
    }
  })

  test.each(['channel', 'language', 'segment'] as const)('are the same cut by %s', async (cut) => {
    const value = { channel: 'email', language: 'en', segment: 'empresa' }[cut]
    const mine = await board(manager, { ...period, [cut]: value }, now)
    expect(mine.total.counts).toEqual(countsOf(answers.filter((row) => inside(row) && row[cut] === value)))
    expect(mine.readsAnswers).toBe(false)
  })

  test('two cuts at once and a survey are counted from the answers, and say so', async () => {
    const [survey] = await db.select().from(schema.surveys).where(eq(schema.surveys.slug, 'despues-de-recibir'))
    const filter = { ...period, survey: 'despues-de-recibir', channel: 'email', segment: 'empresa' }
    const mine = await board(manager, filter, now)
    const rows = answers.filter(
      (row) => inside(row) && row.surveyId === survey?.id && row.channel === 'email' && row.segment === 'empresa',
    )
    expect(rows.length).toBeGreaterThan(0)
    expect([mine.total.counts, mine.readsAnswers]).toEqual([countsOf(rows), true])
    const weeks = await trend(manager, filter)
    expect(weeks.reduce((sum, { counts }) => sum + counts.promoters + counts.passives + counts.detractors, 0)).toBe(
      rows.length,
    )
  })

  test('the weeks of a trend are the span, without gap or overlap', async () => {
    const weeks = await trend(manager, period, 'entrega-a-domicilio')
    const counts = at('entrega-a-domicilio').counts
    expect(weeks.reduce((sum, week) => sum + week.counts.detractors, 0)).toBe(counts.detractors)
    expect([weeks[0]?.from, weeks.at(-1)?.to, weeks.length]).toEqual([period.from, period.to, 13])
  })

  test('home delivery hurts most and got worse; messages were mended', () => {
    expect(all.pains[0]?.place.slug).toBe('entrega-a-domicilio')
    expect(at('entrega-a-domicilio').change).toMatchObject({ real: true })
    expect(at('entrega-a-domicilio').change?.points).toBeLessThan(-20)
    expect(at('atencion-por-whatsapp').change).toMatchObject({ real: true })
    expect(at('atencion-por-whatsapp').change?.points).toBeGreaterThan(20)
    expect(at('armado-a-domicilio').few).toBe(true)
    expect(all.pains.some(({ place }) => place.slug === 'armado-a-domicilio')).toBe(false)
  })
})

describe('figures of tickets', () => {
  test('opened, open and overdue are counts of the tickets', () => {
    expect(all.loop.opened).toBe(opened().length)
    expect(all.loop.open).toBe(tickets.filter(({ open }) => open).length)
    const late = tickets.filter(({ open, nextDueAt }) => open && nextDueAt !== null && nextDueAt < now)
    expect(all.loop.overdue).toBe(late.length)
    for (const { place, tickets: here } of all.places)
      expect(here.open).toBe(tickets.filter((row) => row.open && row.touchpointId === place.id).length)
  })

  test('contacted in time is of the detractors whose target was met or ran out', async () => {
    const clocks = await db.select().from(schema.slaClocks).where(eq(schema.slaClocks.kind, 'first_contact'))
    const of = new Map(clocks.map((clock) => [clock.ticketId, clock]))
    const mine = opened().filter(({ category }) => category === 'detractor')
    const met = mine.filter(({ id }) => of.get(id)?.state === 'met')
    const missed = mine.filter(({ id }) => {
      const clock = of.get(id)
      return clock?.state === 'stopped' || (clock?.state === 'running' && clock.dueAt !== null && clock.dueAt <= now)
    })
    const weigh = (rows: typeof mine) => rows.reduce((sum, row) => sum + row.answers, 0)
    expect(all.loop.contacted).toMatchObject({ hits: weigh(met), of: weigh(met) + weigh(missed) })
    expect(all.loop.withoutTicket).toBe(0)
  })

  test('the first contact has the median and the 90th percentile of the sorted waits', () => {
    const sorted = opened()
      .flatMap(({ category, firstContactAt, receivedAt }) =>
        category === 'detractor' && firstContactAt ? [firstContactAt.getTime() - receivedAt.getTime()] : [],
      )
      .sort((a, b) => a - b)
    const n = sorted.length
    const middle = ((sorted[Math.floor((n - 1) / 2)] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2
    expect(all.loop.firstContact?.n).toBe(n)
    expect(all.loop.firstContact?.median).toBeCloseTo(middle, 3)
    expect(all.loop.firstContact?.p90).toBe(sorted[Math.ceil(0.9 * n) - 1])
  })

  test('recovery counts each resolved ticket once, by its last round', async () => {
    const rounds = await db.select().from(schema.recoveries)
    const last = (id: string) => rounds.filter(({ ticketId }) => ticketId === id).sort((a, b) => b.round - a.round)[0]
    const mine = opened().filter(({ id, category, resolvedAt }) => category === 'detractor' && (resolvedAt || last(id)))
    const good = mine.filter(({ id }) => (last(id)?.score ?? 0) >= 7)
    expect(all.recovery.ofResolved).toMatchObject({ hits: good.length, of: mine.length })
    expect(all.recovery.ofAnswered.of).toBe(mine.filter(({ id }) => (last(id)?.score ?? null) !== null).length)
    for (const row of all.matrix) expect(row.promoters + row.passives + row.detractors + row.noAnswer).toBe(row.total)
    expect(all.lift.contacted?.mean).toBeGreaterThan(1)
    expect(all.lift.uncontacted?.n ?? 0).toBeGreaterThan(0)
  })

  test('reasons are those that detractors chose', async () => {
    const first = at('entrega-a-domicilio').reasons[0]
    const rows = await db
      .select({ day: schema.responses.day })
      .from(schema.responseReasons)
      .innerJoin(schema.responses, eq(schema.responses.id, schema.responseReasons.responseId))
      .innerJoin(schema.causes, eq(schema.causes.id, schema.responseReasons.causeId))
      .where(
        and(
          eq(schema.causes.slug, first?.slug ?? ''),
          eq(schema.responses.category, 'detractor'),
          eq(schema.responses.touchpointId, at('entrega-a-domicilio').place.id),
        ),
      )
    expect(first?.detractors).toBe(rows.filter((row) => inside(row)).length)
  })
})

describe('who sees what', () => {
  test('an agent sees the figures of their own teams’ touchpoints, and nothing of the others in the total', async () => {
    const mine = await board(actorOf('agent', [deliveries]), period, now)
    expect(mine.places.map(({ place }) => place.slug).sort()).toEqual([
      'cita-de-entrega',
      'entrega-a-domicilio',
      'seguimiento-del-pedido',
    ])
    expect(mine.total.n).toBe(mine.places.reduce((sum, { n }) => sum + n, 0))
    await expect(touchpointPage(actorOf('agent', [deliveries]), 'caja', period, now)).rejects.toMatchObject({
      code: 'touchpoint.unknown',
    })
  })

  test('a viewer sees every figure and no customer’s word; a lead those of their own teams', async () => {
    const viewed = await touchpointPage(actorOf('viewer'), 'entrega-a-domicilio', period, now)
    expect([viewed.verbatims, viewed.board.total.n]).toEqual([null, all.total.n])
    const led = await touchpointPage(actorOf('lead', [deliveries]), 'entrega-a-domicilio', period, now)
    expect(led.verbatims?.length).toBe(8)
    expect((await touchpointPage(actorOf('lead', [deliveries]), 'caja', period, now)).verbatims).toBeNull()
  })

  test('a key without the scope sees nothing; a filter that names nothing is refused with its field', async () => {
    await expect(board({ kind: 'key', id: 'key_x', scopes: ['tickets:read'] }, period, now)).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
    await expect(board(manager, { ...period, survey: 'no-such' }, now)).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [{ path: 'survey' }],
    })
    await expect(board(manager, { ...period, team: 'no-such' }, now)).rejects.toMatchObject({
      code: 'input.invalid',
      issues: [{ path: 'team' }],
    })
  })

  test('a team’s board has its touchpoints, and the filters offer what occurs', async () => {
    const mine = await board(manager, { ...period, team: 'entregas' }, now)
    expect(mine.places.length).toBe(3)
    const choices = await boardChoices(manager)
    expect(choices.teams.length).toBe(8)
    expect(choices.languages).toEqual(['en', 'es'])
    expect(choices.surveys.map(({ slug }) => slug)).not.toContain('recuperacion')
  })
})
