import { and, eq, isNotNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { loadSample } from '@/lib/sample'
import { isOpen, mayMove, nextDueOf, type TicketStatus } from '@/lib/tickets'

const now = new Date('2026-11-21T18:00:00Z')
const { responses, tickets } = schema
let answers: (typeof responses.$inferSelect)[] = []
let cases: (typeof tickets.$inferSelect)[] = []
let facts: (typeof schema.events.$inferSelect)[] = []

beforeAll(async () => {
  await loadSample(now)
  answers = await db.select().from(responses)
  cases = await db.select().from(tickets)
  facts = await db.select().from(schema.events).orderBy(schema.events.id)
})

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const scoresOf = (row: Record<string, unknown>) => Array.from({ length: 11 }, (_, score) => Number(row[`s${score}`]))

describe('what must be true of any company is true of the sample', () => {
  test('every detractor has exactly one ticket, and what a ticket counts are its answers', () => {
    const detractors = answers.filter(({ kind, category }) => kind === 'answer' && category === 'detractor')
    expect(detractors.filter(({ ticketId }) => ticketId === null)).toEqual([])
    const counted = new Map<string, number>()
    for (const { kind, ticketId } of answers)
      if (kind === 'answer' && ticketId) counted.set(ticketId, (counted.get(ticketId) ?? 0) + 1)
    expect(cases.filter(({ id, answers: said }) => (counted.get(id) ?? 0) !== said)).toEqual([])
  })

  test('the facts of a ticket rebuild its status and its version, and each arrow is a drawn one', () => {
    const told = new Map<string, { status: TicketStatus | null; version: number; wrong: string[] }>()
    for (const { kind, subjectId, payload } of facts) {
      if (!kind.startsWith('ticket.')) continue
      const known = told.get(subjectId) ?? { status: null, version: 0, wrong: [] }
      told.set(subjectId, known)
      if (typeof payload.version === 'number') {
        if (payload.version !== known.version + 1) known.wrong.push(`${kind} ${payload.version}`)
        known.version = payload.version
      }
      const to = payload.to as TicketStatus
      if (kind === 'ticket.opened') known.status = payload.status as TicketStatus
      else if (kind === 'ticket.assigned') known.status = known.status === 'new' ? 'assigned' : known.status
      else if (payload.from && to && known.status && schema.tickets.status.enumValues.includes(to)) {
        if (payload.from !== known.status || !mayMove(known.status, to))
          known.wrong.push(`${kind} ${payload.from} ${to}`)
        known.status = to
      }
    }
    const differ = cases.filter(({ id, status, version }) => {
      const its = told.get(id)
      return its?.status !== status || its.version !== version || its.wrong.length > 0
    })
    expect(differ.map(({ number, status, id }) => [number, status, told.get(id)])).toEqual([])
    expect(cases.filter(({ status, open }) => isOpen(status) !== open)).toEqual([])
  })

  test('nothing has happened that lies ahead', () => {
    const late = (at: Date | null) => at !== null && at > now
    expect(facts.filter(({ at }) => late(at))).toEqual([])
    expect(answers.filter(({ submittedAt }) => late(submittedAt))).toEqual([])
    expect(cases.filter((row) => late(row.updatedAt) || late(row.closedAt) || late(row.firstContactAt))).toEqual([])
  })

  test('no ticket is resolved without root cause, action and evidence; summary where somebody can be told', () => {
    const resolved = cases.filter(
      ({ status, outcome }) => status === 'resolved' || (status === 'closed' && outcome !== 'void'),
    )
    const bare = resolved.filter((row) => !row.rootCauseId || !row.actionTaken || !row.evidence)
    const untold = resolved.filter((row) => ['two_way', 'attempts'].includes(row.evidence ?? '') && !row.summary)
    expect([bare, untold]).toEqual([[], []])
  })

  test('the first contact is when the first letter left or the first call succeeded', async () => {
    const attempts = await db.select().from(schema.contactAttempts)
    const first = new Map<string, Date>()
    for (const { ticketId, direction, channel, outcome, at } of attempts) {
      if (direction !== 'out' || (channel !== 'email' && outcome !== 'spoke')) continue
      const known = first.get(ticketId)
      if (!known || at < known) first.set(ticketId, at)
    }
    expect(cases.filter(({ id, firstContactAt }) => first.get(id)?.getTime() !== firstContactAt?.getTime())).toEqual([])
  })

  test('no recovery survey is live while its ticket is open, and every answered one has its response and its outcome', async () => {
    const open = new Set(cases.filter((row) => row.open).map(({ id }) => id))
    const asked = await db.select().from(schema.invitations).where(isNotNull(schema.invitations.ticketId))
    expect(asked.filter(({ state, ticketId }) => state === 'sent' && open.has(ticketId ?? ''))).toEqual([])
    const rounds = await db.select().from(schema.recoveries).where(isNotNull(schema.recoveries.answeredAt))
    const said = new Map(answers.filter(({ kind }) => kind === 'recovery').map((row) => [row.id, row.score]))
    expect(rounds.filter(({ responseId, score, outcome }) => said.get(responseId ?? '') !== score || !outcome)).toEqual(
      [],
    )
    expect(rounds.length).toBe(said.size)
  })

  test('the queue sorts by the nearest clock that runs, and no alarm that is over waits to be told', async () => {
    const clocks = await db.select().from(schema.slaClocks)
    const of = (id: string) => clocks.filter(({ ticketId }) => ticketId === id)
    const wrong = cases.filter((row) => nextDueOf(of(row.id))?.getTime() !== row.nextDueAt?.getTime())
    expect(wrong.map(({ number, status }) => [number, status])).toEqual([])
    expect(cases.filter(({ alarmAt }) => alarmAt !== null && alarmAt <= now)).toEqual([])
    expect(cases.filter(({ open, alarmAt, nextDueAt }) => !open && (alarmAt || nextDueAt))).toEqual([])
  })

  test('the tallies are the answers, counted; recovery answers are in none', async () => {
    const counted = answers.filter(({ kind }) => kind === 'answer')
    const rows = await db.select().from(schema.tallyDays)
    for (let score = 0; score <= 10; score++)
      expect(sum(rows.map((row) => scoresOf(row)[score] ?? 0))).toBe(
        counted.filter((row) => row.score === score).length,
      )
    const key = (row: { day: string; touchpointId: string | null; surveyId: string }) =>
      `${row.day} ${row.touchpointId} ${row.surveyId}`
    const expected = new Map<string, number>()
    for (const row of counted) expected.set(key(row), (expected.get(key(row)) ?? 0) + 1)
    expect(rows.filter((row) => sum(scoresOf(row)) !== expected.get(key(row)))).toEqual([])
    const cuts = await db.select().from(schema.tallyCuts).where(eq(schema.tallyCuts.cut, 'channel'))
    expect(sum(cuts.flatMap(scoresOf))).toBe(counted.length)
    const reasons = await db.select().from(schema.tallyReasons)
    expect(sum(reasons.map((row) => row.detractors + row.passives + row.promoters))).toBe(
      await db.$count(schema.responseReasons),
    )
  })

  test('an answer by invitation and its invitation know each other', async () => {
    const invited = await db
      .select({ id: schema.invitations.id, responseId: schema.invitations.responseId, other: responses.invitationId })
      .from(schema.invitations)
      .innerJoin(responses, and(eq(responses.id, schema.invitations.responseId)))
    expect(invited.length).toBeGreaterThan(500)
    expect(invited.filter(({ id, other }) => id !== other)).toEqual([])
  })

  test('facts hold no customer’s words and no identity', async () => {
    const people = await db
      .select({ name: schema.customers.name, email: schema.customers.email })
      .from(schema.customers)
    const text = JSON.stringify(facts.map(({ payload }) => payload))
    expect(people.filter(({ name, email }) => text.includes(name ?? '§') || text.includes(email ?? '§'))).toEqual([])
    const words = answers.flatMap(({ comment }) => (comment && comment.length > 30 ? [comment] : []))
    expect(words.filter((comment) => text.includes(comment))).toEqual([])
  })
})
