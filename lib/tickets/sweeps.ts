import { and, asc, eq, inArray, isNotNull, isNull, lte, notInArray, sql } from 'drizzle-orm'
import { atomically, db, must, type Tx } from '@/db'
import { slaClocks, tickets } from '@/db/schema'
import { type Fact, record, system } from '@/lib/events'
import { nudge } from '@/lib/jobs'
import { unlessTaken } from './commit'
import { calendarById } from './dossier'
import type { CompiledCalendar } from './hours'
import type { ClockRow } from './row'
import { staleTicket } from './save'
import { type AlarmKind, alarmAtOf, nextDueOf, ring } from './sla'

const house = system('tickets')
const atOnce = 100
const highestLevel = 3

type Due = Pick<
  typeof tickets.$inferSelect,
  'id' | 'number' | 'version' | 'alarmAt' | 'calendarId' | 'teamId' | 'assigneeId' | 'touchpointId'
>

/**
 * Tells every alarm that is due by `now`, also those of the time when no process ran: each once, each ticket in its own
 * list, guarded by clock and version, so that whoever acted in between wins. Resolves to how many were told.
 */
export async function slaSweep(now: Date): Promise<number> {
  const tried: string[] = ['']
  for (let sum = 0; ; ) {
    const due = await dueTickets(now, tried)
    if (due.length === 0) return sum
    tried.push(...due.map(({ id }) => id))
    const clocks = await db
      .select()
      .from(slaClocks)
      .where(
        inArray(
          slaClocks.ticketId,
          due.map(({ id }) => id),
        ),
      )
    const rings = due.map(async (ticket) =>
      tell(
        ticket,
        clocks.filter(({ ticketId }) => ticketId === ticket.id),
        (await calendarById(ticket.calendarId)).calendar,
        now,
      ),
    )
    sum += (await Promise.all(rings)).reduce((total, count) => total + count, 0)
  }
}

/** When the next alarm is due after `now`; null when there is none. */
export async function nextAlarmAfter(now: Date): Promise<Date | null> {
  const [row] = await db
    .select({ at: tickets.alarmAt })
    .from(tickets)
    .where(and(isNotNull(tickets.alarmAt), sql`${tickets.alarmAt} > ${now.getTime()}`))
    .orderBy(asc(tickets.alarmAt))
    .limit(1)
  return row?.at ?? null
}

const dueTickets = (now: Date, tried: string[]): Promise<Due[]> =>
  db
    .select({
      id: tickets.id,
      number: tickets.number,
      version: tickets.version,
      alarmAt: tickets.alarmAt,
      calendarId: tickets.calendarId,
      teamId: tickets.teamId,
      assigneeId: tickets.assigneeId,
      touchpointId: tickets.touchpointId,
    })
    .from(tickets)
    .where(and(isNotNull(tickets.alarmAt), lte(tickets.alarmAt, now), notInArray(tickets.id, tried.slice(-atOnce))))
    .orderBy(asc(tickets.alarmAt))
    .limit(atOnce)

async function tell(ticket: Due, clocks: ClockRow[], calendar: CompiledCalendar, now: Date): Promise<number> {
  const rung = clocks.map((clock) => ({ before: clock, ...ring(clock, now, calendar) }))
  const after = rung.map(({ clock }) => clock)
  const facts = rung.flatMap(({ before, alarms }) => alarms.map((alarm) => factOf(ticket, before, alarm)))
  return unlessTaken(async () => {
    await atomically((tx) => [
      ...rung.flatMap(({ before, clock, alarms }) => (alarms.length > 0 ? [ringWrite(tx, before, clock)] : [])),
      must(
        tx
          .update(tickets)
          .set({
            alarmAt: alarmAtOf(after, calendar),
            nextDueAt: nextDueOf(after),
            ...(facts.some(({ kind }) => kind === 'sla.escalated') ? { escalation: oneLevelUp } : {}),
          })
          .where(and(eq(tickets.id, ticket.id), eq(tickets.version, ticket.version)))
          .returning({ id: tickets.id }),
        () => staleTicket(ticket.id),
      ),
      ...record(facts, now),
    ])
    if (facts.length > 0) nudge()
    return facts.length
  })
}

const oneLevelUp = sql<number>`case when ${tickets.escalation} < ${sql.raw(String(highestLevel))} then ${tickets.escalation} + 1 else ${tickets.escalation} end`

function ringWrite(tx: Tx, before: ClockRow, after: ClockRow) {
  const { warnedAt, breachedAt, escalatedAt } = after
  const untold = (['warnedAt', 'breachedAt', 'escalatedAt'] as const).filter(
    (column) => after[column] && !before[column],
  )
  return must(
    tx
      .update(slaClocks)
      .set({ warnedAt, breachedAt, escalatedAt })
      .where(
        and(
          eq(slaClocks.ticketId, before.ticketId),
          eq(slaClocks.kind, before.kind),
          eq(slaClocks.state, 'running'),
          ...untold.map((column) => isNull(slaClocks[column])),
        ),
      )
      .returning({ kind: slaClocks.kind }),
    () => staleTicket(before.ticketId),
  )
}

const factOf = (ticket: Due, clock: ClockRow, alarm: AlarmKind): Fact => ({
  kind: `sla.${alarm}`,
  subject: { kind: 'ticket', id: ticket.id },
  actor: house,
  announced: true,
  payload: {
    clock: clock.kind,
    due: clock.dueAt?.getTime() ?? null,
    number: ticket.number,
    team: ticket.teamId,
    assignee: ticket.assigneeId,
    touchpoint: ticket.touchpointId,
  },
})
