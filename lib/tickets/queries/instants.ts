import { addDays, dayOf } from '@/lib/kit/period'
import { dayStart } from '../zone'

/** From an instant up to, but without, another; both the same for a point in time. */
export type Span = { from: Date; to: Date }

const hour = 3_600_000

/** What `today`, `-7d`, `+3h` or `2026-11-20` means to a reader in a zone: a day of theirs, or a point in time. */
export function spanOf(value: string, now: Date, zone: string): Span {
  const relative = /^([+-]\d+)([hdwm])$/.exec(value)
  const count = Number(relative?.[1] ?? 0)
  if (value === 'now') return { from: now, to: now }
  if (relative?.[2] === 'h') return point(new Date(now.getTime() + count * hour))
  return dayIn(dateOf(value, relative?.[2], count, dayOf(now, zone)), zone)
}

const point = (at: Date): Span => ({ from: at, to: at })
const dayIn = (date: string, zone: string): Span => ({
  from: dayStart(date, zone),
  to: dayStart(addDays(date, 1), zone),
})

function dateOf(value: string, unit: string | undefined, count: number, today: string): string {
  if (unit === 'm') return addMonths(today, count)
  if (unit) return addDays(today, unit === 'w' ? 7 * count : count)
  const named: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 }
  return Object.hasOwn(named, value) ? addDays(today, named[value] ?? 0) : value
}

// The same day of another month, or its last one.
function addMonths(date: string, count: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10)
}
