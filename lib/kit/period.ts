import { once } from './once'

type DayFormat = { format: Intl.DateTimeFormat; memo: Map<number, string> }
const formats = () => once('zones', () => new Map<string, DayFormat>())

/** The local day `YYYY-MM-DD` of an instant in a zone. */
export function dayOf(at: Date, zone: string): string {
  const known = formats().get(zone) ?? register(zone)
  // Every zone in use since 1970 changes its offset at quarter hours, so one answer holds for fifteen minutes.
  const quarter = Math.floor(at.getTime() / 900_000)
  const remembered = known.memo.get(quarter)
  if (remembered) return remembered
  const day = known.format.format(at)
  if (known.memo.size > 5_000) known.memo.clear()
  known.memo.set(quarter, day)
  return day
}

function register(zone: string): DayFormat {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const made = { format, memo: new Map<number, string>() }
  formats().set(zone, made)
  return made
}

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The calendar day `count` days after `day`, both `YYYY-MM-DD`. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

/** A span of local days, both ends included. */
export type Period = { from: string; to: string }

/** The span of equal length that ends the day before `period` begins. */
export function before(period: Period): Period {
  const length = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1
  return { from: addDays(period.from, -length), to: addDays(period.from, -1) }
}

/** The last `count` days up to today in a zone. */
export const lastDays = (count: number, now: Date, zone: string): Period => {
  const to = dayOf(now, zone)
  return { from: addDays(to, 1 - count), to }
}
