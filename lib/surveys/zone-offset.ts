import { once } from '@/lib/kit/once'

type Offsets = { format: Intl.DateTimeFormat; memo: Map<number, number> }

// How far the zone's wall clock is ahead of UTC at an instant. Zones change at quarter hours, so one answer holds for fifteen minutes.
export function zoneOffset(at: number, zone: string): number {
  const zones = once('import.zones', () => new Map<string, Offsets>())
  const known = zones.get(zone) ?? { format: wallClock(zone), memo: new Map<number, number>() }
  zones.set(zone, known)
  const quarter = Math.floor(at / 900_000)
  const remembered = known.memo.get(quarter)
  if (remembered !== undefined) return remembered
  const said = Object.fromEntries(
    known.format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = said
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter * 900_000
  if (known.memo.size > 5_000) known.memo.clear()
  known.memo.set(quarter, offset)
  return offset
}

const wallClock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
