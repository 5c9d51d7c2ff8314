import type { Place } from './format'

/** Lengths of time in words. */
export function span({ locale }: Place) {
  const relative = new Intl.RelativeTimeFormat(locale === 'es' ? 'es-MX' : 'en', { numeric: 'auto' })
  return {
    /** Milliseconds → "50 min" · "3 h 25 min" · "2 d 4 h"; under a minute reads "1 min". Never a sign. */
    duration: (milliseconds: number) => duration(Math.abs(milliseconds)),
    /** Milliseconds → the one or two largest units, for a narrow column: "50 min" · "1 h 20 min" · "4 h" · "3 d". */
    roughly: (milliseconds: number) => roughly(Math.abs(milliseconds)),
    /** Milliseconds of business time → hours and minutes, never days: "28 h 50 min". */
    hours: (milliseconds: number) => hours(Math.abs(milliseconds)),
    /** "hace 5 minutos" · "in 3 days". */
    ago: (date: Date, now: Date) => {
      const minutes = Math.round((date.getTime() - now.getTime()) / minute)
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
      if (Math.abs(minutes) < 36 * 60) return relative.format(Math.round(minutes / 60), 'hour')
      return relative.format(Math.round(minutes / (24 * 60)), 'day')
    },
  }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function duration(length: number) {
  const d = Math.floor(length / day)
  const h = Math.floor((length % day) / hour)
  const m = Math.floor((length % hour) / minute)
  if (d > 0) return join(`${d} d`, h && `${h} h`)
  if (h > 0) return join(`${h} h`, m && `${m} min`)
  return `${Math.max(m, 1)} min`
}

function hours(length: number) {
  const h = Math.floor(length / hour)
  const m = Math.floor((length % hour) / minute)
  return h > 0 ? join(`${h} h`, m && `${m} min`) : `${m} min`
}

function roughly(length: number) {
  if (length >= 2 * day) return `${Math.round(length / day)} d`
  if (length >= 3 * hour) return `${Math.round(length / hour)} h`
  return duration(Math.round(length / (length > hour ? 5 * minute : minute)) * (length > hour ? 5 * minute : minute))
}

const join = (first: string, second: string | 0) => (second ? `${first} ${second}` : first)
