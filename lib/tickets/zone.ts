import { once } from '@/lib/kit/once'

const day = 86_400_000
const minute = 60_000

/** A stretch of time with one offset from UTC: `from` and `to` in epoch milliseconds, `offset` in milliseconds. */
export type Stretch = { from: number; to: number; offset: number }

/** The stretches of the UTC day `utcDay` (days since 1970) in a zone: one, or two when the zone's clock changes that day. */
export function stretchesOf(utcDay: number, zone: string): Stretch[] {
  const from = utcDay * day
  const to = from + day
  const offset = offsetAt(from, zone)
  const later = offsetAt(to, zone)
  if (offset === later) return [{ from, to, offset }]
  const change = changeBetween(from, to, offset, zone)
  return [
    { from, to: change, offset },
    { from: change, to, offset: later },
  ]
}

/** The instant at which a day `YYYY-MM-DD` begins in a zone. */
export function dayStart(date: string, zone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const first = midnight - offsetAt(midnight, zone)
  // Looked at again from there: the zone's clock may have changed in between.
  return new Date(midnight - offsetAt(first, zone))
}

function changeBetween(from: number, to: number, offset: number, zone: string): number {
  let before = from
  let after = to
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / (2 * minute)) * minute
    if (offsetAt(middle, zone) === offset) before = middle
    else after = middle
  }
  return after
}

function offsetAt(at: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 1970, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = part
  return Date.UTC(year, month - 1, date, hour, minutes, second) - Math.floor(at / 1000) * 1000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const formats = once('zone.offsets', () => new Map<string, Intl.DateTimeFormat>())
  const kept = formats.get(zone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}
