import type { ClockKind, ClockState } from '@/db/words/tickets'
import { businessMinutesBetween, type CompiledCalendar } from './hours'
import type { ClockRow } from './row'

/** A clock as a reader sees it, in business minutes of the team. */
export type ClockFace = {
  kind: ClockKind
  state: ClockState
  allowance: number
  /** Minutes left; negative when it is over. */
  left: number
  /** Share of the time used, 0 to 1. */
  share: number
  dueAt: Date | null
  settledAt: Date | null
  /** It is or was over before its goal. */
  late: boolean
  /** A quarter of the time or less is left. */
  soon: boolean
}

/** What a clock shows at an instant; a settled one shows how it ended. */
export function clockFace(clock: ClockRow, calendar: CompiledCalendar, now: Date): ClockFace {
  const { kind, state, allowance, dueAt, settledAt } = clock
  const left = leftAt(clock, calendar, settledAt ?? now)
  const late = left < 0 || clock.breachedAt !== null
  const share = allowance > 0 ? Math.min(1, Math.max(0, 1 - left / allowance)) : 1
  return { kind, state, allowance, left, share, dueAt, settledAt, late, soon: !late && share >= 0.75 }
}

/** The face that matters in a list: the running clock that is due first, else one that pauses. */
export function faceOf(clocks: ClockRow[], calendar: CompiledCalendar, now: Date): ClockFace | null {
  const running = clocks.filter(({ state }) => state === 'running')
  const first = running.sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))[0]
  const chosen = first ?? clocks.find(({ state }) => state === 'paused')
  return chosen ? clockFace(chosen, calendar, now) : null
}

function leftAt(clock: ClockRow, calendar: CompiledCalendar, at: Date): number {
  if (clock.state === 'paused' && clock.left !== null && clock.left > 0) return clock.left
  const { dueAt } = clock
  if (!dueAt) return 0
  return at <= dueAt
    ? Math.floor(businessMinutesBetween(at, dueAt, calendar))
    : -Math.ceil(businessMinutesBetween(dueAt, at, calendar))
}
