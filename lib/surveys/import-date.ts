import { zoneOffset } from './zone-offset'

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; offset?: number }

const iso =
  /^(?<yyyy>\d{4})-(?<MM>\d{1,2})-(?<dd>\d{1,2})(?:[T ](?<HH>\d{1,2}):(?<mm>\d{2})(?::(?<ss>\d{2})(?:[.,]\d{1,9})?)?\s?(?<zone>Z|z|[+-]\d{2}:?\d{2})?)?$/

const tokens: Record<string, string> = {
  yyyy: '(?<yyyy>\\d{4})',
  yy: '(?<yy>\\d{2})',
  MMMM: '(?<name>[\\p{L}.]{3,12})',
  MMM: '(?<name>[\\p{L}.]{3,12})',
  MM: '(?<MM>\\d{2})',
  M: '(?<MM>\\d{1,2})',
  dd: '(?<dd>\\d{2})',
  d: '(?<dd>\\d{1,2})',
  HH: '(?<HH>\\d{2})',
  H: '(?<HH>\\d{1,2})',
  hh: '(?<HH>\\d{2})',
  h: '(?<HH>\\d{1,2})',
  mm: '(?<mm>\\d{2})',
  ss: '(?<ss>\\d{2})',
  a: '(?<half>[AaPp]\\.?\\s?[Mm]\\.?)',
  XXX: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
}

/** Reads a cell as an instant: ISO 8601, or one of the given formats (`dd/MM/yyyy HH:mm`). */
export type ReadInstant = (cell: string) => Date | undefined

/**
 * How to read a column of dates. The zone is that of times that name none; a date without a time is noon there, so that
 * it stays the same day in the zones around.
 */
export function instantReader(formats: readonly string[], zone: string): ReadInstant {
  const patterns = formats.length === 0 ? [iso] : formats.map((format) => (format === 'iso' ? iso : patternOf(format)))
  return (cell) => {
    const text = cell.trim()
    for (const pattern of patterns) {
      const parts = partsOf(pattern.exec(text)?.groups)
      if (parts) return instantOf(parts, zone)
    }
    return undefined
  }
}

function patternOf(format: string): RegExp {
  const source = format.replace(
    /'[^']*'|yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|XXX|a|[\s\S]/g,
    (part) =>
      tokens[part] ??
      (/^\s$/.test(part) ? '\\s+' : part.replace(/^'(.*)'$/, '$1').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')),
  )
  return new RegExp(`^${source}$`, 'u')
}

function partsOf(found: Record<string, string | undefined> | undefined): Parts | undefined {
  if (!found) return undefined
  const { yyyy, yy, MM, name, dd, HH, mm, ss, half, zone } = found
  const year = yyyy ? Number(yyyy) : 2000 + Number(yy ?? Number.NaN)
  const month = name ? monthNamed(name) : Number(MM)
  const dated = new Date(Date.UTC(year, month - 1, Number(dd)))
  // The 31st of February is no day: Date would quietly make it March.
  if (Number.isNaN(dated.getTime()) || dated.getUTCMonth() !== month - 1 || dated.getUTCDate() !== Number(dd))
    return undefined
  const hour = HH === undefined ? 12 : hourOf(Number(HH), half)
  const minute = Number(mm ?? 0)
  const second = Number(ss ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return { year, month, day: Number(dd), hour, minute, second, offset: zone ? offsetOf(zone) : undefined }
}

const hourOf = (hour: number, half: string | undefined): number => {
  if (!half) return hour
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

const months = 'jan|ene feb mar apr|abr may jun jul aug|ago sep|set oct nov dec|dic'.split(' ')

const monthNamed = (name: string): number =>
  months.findIndex((month) => month.split('|').includes(name.toLowerCase().slice(0, 3))) + 1

const offsetOf = (zone: string): number => {
  if (/^z$/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

function instantOf(parts: Parts, zone: string): Date {
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
  if (parts.offset !== undefined) return new Date(wall - parts.offset)
  const guess = wall - zoneOffset(wall, zone)
  // Around a change of the clocks the first guess may stand on the other side of it.
  return new Date(wall - zoneOffset(guess, zone))
}
