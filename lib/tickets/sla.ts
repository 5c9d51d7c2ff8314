import type { ClockKind } from '@/db/words/tickets'
import { after } from '@/lib/kit/clock'
import { businessMinutesBetween, type CompiledCalendar, dueAt, dueBefore } from './hours'
import type { ClockRow } from './row'

export type AlarmKind = 'warning' | 'breached' | 'escalated'
export type Alarm = { kind: AlarmKind; at: Date }

// A quarter of the time left warns; half as much again after it ran out escalates.
const warningLeft = 0.25
const escalationPast = 0.5

/** A clock that runs from `startedAt` and is due after `allowance` business minutes. */
export const startClock = (
  ticketId: string,
  kind: ClockKind,
  allowance: number,
  startedAt: Date,
  calendar: CompiledCalendar,
): ClockRow => ({
  ticketId,
  kind,
  state: 'running',
  allowance,
  startedAt,
  dueAt: dueAt(startedAt, allowance, calendar),
  pausedAt: null,
  left: null,
  pausedMs: 0,
  settledAt: null,
  warnedAt: null,
  breachedAt: null,
  escalatedAt: null,
})

/** Stops a running clock for a while and keeps the business minutes that were left, rounded up. */
export const pause = (clock: ClockRow, now: Date, calendar: CompiledCalendar): ClockRow =>
  clock.state === 'running' ? { ...clock, state: 'paused', pausedAt: now, left: leftOf(clock, now, calendar) } : clock

/** Lets a paused clock run on with what was left. A clock that was late already stays as late as it was. */
export function resume(clock: ClockRow, now: Date, calendar: CompiledCalendar): ClockRow {
  if (clock.state !== 'paused' || !clock.pausedAt) return clock
  return { ...goOn(clock, clock.pausedAt, now, calendar), pausedAt: null }
}

/** The goal was reached: `met` in time, `stopped` late. What was left is kept in case the ticket comes back. */
export function settle(clock: ClockRow, now: Date, calendar: CompiledCalendar): ClockRow {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock
  const late = clock.state === 'running' && clock.dueAt !== null && now > clock.dueAt
  const breached = late || clock.breachedAt !== null
  return {
    ...clock,
    state: breached ? 'stopped' : 'met',
    settledAt: now,
    left: clock.state === 'paused' ? clock.left : leftOf(clock, now, calendar),
    pausedMs: clock.pausedMs + (clock.pausedAt ? now.getTime() - clock.pausedAt.getTime() : 0),
    pausedAt: null,
    breachedAt: clock.breachedAt ?? (late ? clock.dueAt : null),
  }
}

/** The goal no longer stands: it counts neither as met nor as missed, unless it had been missed. */
export const abandon = (clock: ClockRow, now: Date): ClockRow =>
  clock.state === 'running' || clock.state === 'paused'
    ? { ...clock, state: clock.breachedAt ? 'stopped' : 'void', settledAt: now, pausedAt: null }
    : clock

/** The ticket came back: the clock runs on with what was left when it was settled, so the due time moves by the time in between. */
export function revive(clock: ClockRow, now: Date, calendar: CompiledCalendar): ClockRow {
  if (!clock.settledAt) return clock
  return { ...goOn(clock, clock.settledAt, now, calendar), settledAt: null }
}

/** Grants another allowance: the due time moves by the difference, in business minutes. */
export function regrant(clock: ClockRow, allowance: number, calendar: CompiledCalendar): ClockRow {
  const more = allowance - clock.allowance
  if (clock.state === 'paused') return { ...clock, allowance, left: Math.max(0, (clock.left ?? 0) + more) }
  if (clock.state !== 'running' || !clock.dueAt) return clock
  const due = more >= 0 ? dueAt(clock.dueAt, more, calendar) : dueBefore(clock.dueAt, -more, calendar)
  return { ...clock, allowance, dueAt: due }
}

/** The next alarm of a running clock that has not been told yet. */
export function nextAlarm(clock: ClockRow, calendar: CompiledCalendar): Alarm | null {
  if (clock.state !== 'running' || !clock.dueAt) return null
  if (!clock.warnedAt && !clock.breachedAt) {
    return { kind: 'warning', at: dueBefore(clock.dueAt, clock.allowance * warningLeft, calendar) }
  }
  if (!clock.breachedAt) return { kind: 'breached', at: clock.dueAt }
  if (clock.escalatedAt) return null
  return { kind: 'escalated', at: dueAt(clock.dueAt, clock.allowance * escalationPast, calendar) }
}

const told = { warning: 'warnedAt', breached: 'breachedAt', escalated: 'escalatedAt' } as const

/** The clock after everything due by `now` was told, and what is to be told: a warning falls away when the time itself is over. */
export function ring(clock: ClockRow, now: Date, calendar: CompiledCalendar): { clock: ClockRow; alarms: AlarmKind[] } {
  const alarms: AlarmKind[] = []
  let rung = clock
  for (let alarm = nextAlarm(rung, calendar); alarm && alarm.at <= now; alarm = nextAlarm(rung, calendar)) {
    rung = { ...rung, [told[alarm.kind]]: now }
    alarms.push(alarm.kind)
  }
  return { clock: rung, alarms: alarms.includes('breached') ? alarms.filter((kind) => kind !== 'warning') : alarms }
}

/** The nearest due time of the clocks that run. */
export const nextDueOf = (clocks: ClockRow[]): Date | null =>
  earliest(clocks.map((clock) => (clock.state === 'running' ? clock.dueAt : null)))

/** When the sweep must look at these clocks next. */
export const alarmAtOf = (clocks: ClockRow[], calendar: CompiledCalendar): Date | null =>
  earliest(clocks.map((clock) => nextAlarm(clock, calendar)?.at ?? null))

function goOn(clock: ClockRow, since: Date, now: Date, calendar: CompiledCalendar): ClockRow {
  const between = now.getTime() - since.getTime()
  const left = clock.left ?? 0
  const due = left > 0 ? dueAt(now, left, calendar) : after(clock.dueAt ?? now, between)
  return { ...clock, state: 'running', dueAt: due, left: null, pausedMs: clock.pausedMs + between }
}

const leftOf = (clock: ClockRow, now: Date, calendar: CompiledCalendar): number =>
  clock.dueAt ? Math.ceil(businessMinutesBetween(now, clock.dueAt, calendar)) : 0

function earliest(instants: (Date | null)[]): Date | null {
  let first: Date | null = null
  for (const at of instants) if (at && (!first || at < first)) first = at
  return first
}
