import { stretchesOf } from './zone'

/** Opening hours as people write them: ISO weekday 1–7 → spans in minutes of the local day, and local days without service. */
export type Calendar = {
  id: string
  timeZone: string
  weekly: Record<string, [number, number][]>
  holidays: string[]
}

/** A calendar ready for arithmetic: `spansOf(utcDay)` are the open spans of a UTC day, flat: from, to, from, to … in epoch milliseconds. */
export type CompiledCalendar = {
  readonly id: string
  /** Open at every minute: due times are plain addition. */
  readonly always: boolean
  readonly spansOf: (utcDay: number) => readonly number[]
}

const day = 86_400_000
const minute = 60_000
// Beyond this many days a calendar counts as closed for good, and plain minutes are counted instead of none.
const horizon = 4_000

/**
 * Compiles a calendar once per configuration; days are computed when first asked for and kept. Open are the minutes whose
 * local wall clock lies in a span: an hour that a zone skips is never open, one that it repeats is open twice.
 */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const holidays = new Set(calendar.holidays.map((date) => Math.floor(Date.parse(`${date}T00:00:00Z`) / day)))
  const weekly = Array.from({ length: 8 }, (_, weekday) => tidy(calendar.weekly[String(weekday)] ?? []))
  const open = weekly.slice(1).filter((spans) => spans.length > 0)
  const always = open.length === 0 || (holidays.size === 0 && open.length === 7 && open.every(isWholeDay))
  const memo = new Map<number, readonly number[]>()
  return {
    id: calendar.id,
    always,
    spansOf: (utcDay) => {
      const kept = memo.get(utcDay)
      if (kept) return kept
      if (memo.size > 2 * horizon) memo.clear()
      const made = spansOfDay(utcDay, calendar.timeZone, weekly, holidays)
      memo.set(utcDay, made)
      return made
    },
  }
}

/** The instant at which `minutes` of open time have passed since `startedAt`. */
export function dueAt(startedAt: Date, minutes: number, calendar: CompiledCalendar): Date {
  const start = startedAt.getTime()
  let left = minutes * minute
  if (left <= 0) return startedAt
  if (calendar.always) return new Date(start + left)
  for (let at = Math.floor(start / day), end = at + horizon; at < end; at++) {
    const spans = calendar.spansOf(at)
    for (let i = 0; i < spans.length; i += 2) {
      const from = Math.max(spans[i] ?? 0, start)
      const room = (spans[i + 1] ?? 0) - from
      if (room <= 0) continue
      if (left <= room) return new Date(from + left)
      left -= room
    }
  }
  return new Date(start + minutes * minute)
}

/** The latest instant from which `minutes` of open time lead up to `until`. */
export function dueBefore(until: Date, minutes: number, calendar: CompiledCalendar): Date {
  const end = until.getTime()
  let left = minutes * minute
  if (left <= 0) return until
  if (calendar.always) return new Date(end - left)
  for (let at = Math.floor(end / day), last = at - horizon; at > last; at--) {
    const spans = calendar.spansOf(at)
    for (let i = spans.length - 2; i >= 0; i -= 2) {
      const to = Math.min(spans[i + 1] ?? 0, end)
      const room = to - (spans[i] ?? 0)
      if (room <= 0) continue
      if (left <= room) return new Date(to - left)
      left -= room
    }
  }
  return new Date(end - minutes * minute)
}

/** Minutes of open time from `from` to `to`, fractions included; 0 when `to` is not later. */
export function businessMinutesBetween(from: Date, to: Date, calendar: CompiledCalendar): number {
  const start = from.getTime()
  const end = to.getTime()
  if (end <= start) return 0
  if (calendar.always) return (end - start) / minute
  let sum = 0
  for (let at = Math.floor(start / day), last = Math.floor(end / day); at <= last; at++) {
    const spans = calendar.spansOf(at)
    for (let i = 0; i < spans.length; i += 2) {
      sum += Math.max(0, Math.min(spans[i + 1] ?? 0, end) - Math.max(spans[i] ?? 0, start))
    }
  }
  return sum / minute
}

/** `at` itself when it is open, else the next opening. */
export function openFrom(at: Date, calendar: CompiledCalendar): Date {
  const start = at.getTime()
  if (calendar.always) return at
  for (let utcDay = Math.floor(start / day), end = utcDay + horizon; utcDay < end; utcDay++) {
    const spans = calendar.spansOf(utcDay)
    for (let i = 0; i < spans.length; i += 2) {
      if ((spans[i + 1] ?? 0) > start) return new Date(Math.max(spans[i] ?? 0, start))
    }
  }
  return at
}

function spansOfDay(utcDay: number, zone: string, weekly: [number, number][][], holidays: Set<number>): number[] {
  const spans: number[] = []
  for (const { from, to, offset } of stretchesOf(utcDay, zone)) {
    const lastDay = Math.floor((to + offset - 1) / day)
    for (let localDay = Math.floor((from + offset) / day); localDay <= lastDay; localDay++) {
      if (holidays.has(localDay)) continue
      for (const [opens, closes] of weekly[isoWeekday(localDay)] ?? []) {
        const midnight = localDay * day - offset
        add(spans, Math.max(midnight + opens * minute, from), Math.min(midnight + closes * minute, to))
      }
    }
  }
  return spans
}

function add(spans: number[], from: number, to: number) {
  if (from >= to) return
  if (spans.at(-1) === from) spans[spans.length - 1] = to
  else spans.push(from, to)
}

// 1970-01-01 was a Thursday.
const isoWeekday = (localDay: number): number => ((((localDay + 3) % 7) + 7) % 7) + 1

// In order, inside the day, without overlap: what people type may have neither.
function tidy(spans: [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [opens, closes] of [...spans].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(opens, kept.at(-1)?.[1] ?? 0)
    if (Math.min(closes, 1440) > from) kept.push([from, Math.min(closes, 1440)])
  }
  return kept
}

const isWholeDay = (spans: [number, number][]): boolean =>
  spans[0]?.[0] === 0 &&
  spans.at(-1)?.[1] === 1440 &&
  spans.every(([opens], i) => i === 0 || spans[i - 1]?.[1] === opens)
