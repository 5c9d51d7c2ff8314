import type { Place } from './format'

type Pieces = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>

/** Instants in words, in the place's own zone. */
export function moment({ locale, timeZone }: Place) {
  const short = new Intl.DateTimeFormat(tag[locale], { ...fields, weekday: 'short', month: 'short', timeZone })
  const long = new Intl.DateTimeFormat(tag[locale], { ...fields, weekday: 'long', month: 'long', timeZone })
  const at = (date: Date) => pieces(short, date)
  const key = (date: Date) => dayIn(timeZone, date)
  const time = (date: Date) => `${at(date).hour}:${at(date).minute}`
  const day = (date: Date) => `${at(date).weekday} ${at(date).day} ${at(date).month}`

  return {
    /** "18:22" */
    time,
    /** "mar 17 nov" */
    day,
    /** "17 nov 2026" */
    date: (date: Date) => `${at(date).day} ${at(date).month} ${at(date).year}`,
    /** "martes 17 de noviembre" / "Tuesday 17 November" */
    longDay: (date: Date) => {
      const { weekday, day: number, month } = pieces(long, date)
      return locale === 'es' ? `${weekday} ${number} de ${month}` : `${weekday} ${number} ${month}`
    },
    /** "nov 2026" */
    month: (date: Date) => `${at(date).month} ${at(date).year}`,
    /** "mar 17 nov, 18:22" */
    dateTime: (date: Date) => `${day(date)}, ${time(date)}`,
    /** As near as the reader needs: "hoy, 13:05" · "ayer, 13:05" · "mié 18, 09:40" within six days · "mar 17 nov, 18:22" · with the year when it is another. */
    near: (date: Date, now: Date) => {
      const days = daysBetween(key(now), key(date))
      const word = nearby[locale][days]
      if (word) return `${word}, ${time(date)}`
      if (Math.abs(days) < 7) return `${at(date).weekday} ${at(date).day}, ${time(date)}`
      return `${sameYear(date, now, key) ? day(date) : `${day(date)} ${at(date).year}`}, ${time(date)}`
    },
    /** For a narrow column: "13:05" today · "ayer" · "mar 17" within six days · "17 nov" · "17 nov 2025". */
    brief: (date: Date, now: Date) => {
      const days = daysBetween(key(now), key(date))
      if (days === 0) return time(date)
      const word = nearby[locale][days]
      if (word) return word
      if (Math.abs(days) < 7) return `${at(date).weekday} ${at(date).day}`
      const { day: number, month, year } = at(date)
      return sameYear(date, now, key) ? `${number} ${month}` : `${number} ${month} ${year}`
    },
    /** The calendar day in this zone, "2026-11-17". */
    calendarDay: key,
  }
}

/** The calendar day of an instant in a zone, "2026-11-17". */
export function dayIn(timeZone: string, date: Date) {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(date)
}

const tag = { es: 'es-MX', en: 'en-GB' }
const fields = { day: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const nearby = {
  es: { [-1]: 'ayer', 0: 'hoy', 1: 'mañana' } as Record<number, string>,
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as Record<number, string>,
}

function pieces(format: Intl.DateTimeFormat, date: Date): Pieces {
  const found: Pieces = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' }
  for (const { type, value } of format.formatToParts(date)) if (type in found) found[type as keyof Pieces] = bare(value)
  return found
}

// "nov." and "Sept" differ between versions of the language data; three letters and no dot do not.
const bare = (value: string) => value.replace('.', '').replace(/^Sept$/, 'Sep')

const sameYear = (a: Date, b: Date, key: (date: Date) => string) => key(a).slice(0, 4) === key(b).slice(0, 4)

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
