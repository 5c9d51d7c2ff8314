import { businessMinutesBetween, type ClockRow, type CompiledCalendar, dueAt, dueBefore } from '@/lib/tickets'

const leftOf = (clock: ClockRow, at: Date, calendar: CompiledCalendar) =>
  clock.dueAt ? Math.ceil(businessMinutesBetween(at, clock.dueAt, calendar)) : 0

/** Met in time, or stopped late and remembered as breached. */
export function settleClock(clock: ClockRow, at: Date, calendar: CompiledCalendar): ClockRow {
  if (clock.state !== 'running') return clock
  const late = clock.dueAt !== null && at > clock.dueAt
  return {
    ...clock,
    state: late ? 'stopped' : 'met',
    settledAt: at,
    left: leftOf(clock, at, calendar),
    breachedAt: late ? clock.dueAt : null,
  }
}

export const pauseClock = (clock: ClockRow, at: Date, calendar: CompiledCalendar): ClockRow =>
  clock.state === 'running' ? { ...clock, state: 'paused', pausedAt: at, left: leftOf(clock, at, calendar) } : clock

export const voidClock = (clock: ClockRow, at: Date): ClockRow =>
  clock.state === 'running' || clock.state === 'paused'
    ? { ...clock, state: 'void', settledAt: at, pausedAt: null }
    : clock

/** Runs on with what was left when it was paused or settled. */
export function resumeClock(clock: ClockRow, at: Date, calendar: CompiledCalendar): ClockRow {
  const since = clock.pausedAt ?? clock.settledAt
  if (!since || clock.state === 'running' || clock.state === 'void') return clock
  const between = at.getTime() - since.getTime()
  const left = clock.left ?? 0
  return {
    ...clock,
    state: 'running',
    dueAt: left > 0 ? dueAt(at, left, calendar) : new Date((clock.dueAt ?? at).getTime() + between),
    left: null,
    pausedAt: null,
    settledAt: null,
    pausedMs: clock.pausedMs + between,
  }
}

type Told = { kind: 'warning' | 'breached' | 'escalated'; at: Date }

/** What a running clock has told by `now`, and the clock that remembers it. */
export function toldBy(clock: ClockRow, now: Date, calendar: CompiledCalendar): { clock: ClockRow; told: Told[] } {
  if (clock.state !== 'running' || !clock.dueAt) return { clock, told: [] }
  const alarms: Told[] = [
    { kind: 'warning', at: dueBefore(clock.dueAt, clock.allowance * 0.25, calendar) },
    { kind: 'breached', at: clock.dueAt },
    { kind: 'escalated', at: dueAt(clock.dueAt, clock.allowance * 0.5, calendar) },
  ]
  const told = alarms.filter(({ at }) => at <= now)
  const at = (kind: Told['kind']) => told.find((one) => one.kind === kind)?.at ?? null
  return {
    clock: { ...clock, warnedAt: at('warning'), breachedAt: at('breached'), escalatedAt: at('escalated') },
    told,
  }
}
