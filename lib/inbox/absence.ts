import { after, days } from '@/lib/kit/clock'
import { fold } from '@/lib/kit/text'

const names = [
  ['enero', 'january', 'janeiro', 'jan', 'ene'],
  ['febrero', 'february', 'fevereiro', 'feb', 'fev'],
  ['marzo', 'march', 'marco', 'mar'],
  ['abril', 'april', 'apr', 'abr'],
  ['mayo', 'may', 'maio'],
  ['junio', 'june', 'junho', 'jun'],
  ['julio', 'july', 'julho', 'jul'],
  ['agosto', 'august', 'aug', 'ago'],
  ['septiembre', 'setiembre', 'september', 'setembro', 'sep', 'sept', 'set'],
  ['octubre', 'october', 'outubro', 'oct', 'out'],
  ['noviembre', 'november', 'novembro', 'nov'],
  ['diciembre', 'december', 'dezembro', 'dic', 'dec', 'dez'],
]
const months: Record<string, number> = Object.fromEntries(names.flatMap((words, at) => words.map((word) => [word, at])))
const month = `(${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`
const year = '(?:,?\\s*(?:de |del )?(\\d{4}))?'

/** Words after which the day of return stands; then words after which the last day of absence does. */
const back =
  /(volver|vuelvo|regres|regresar|retorn|reincorpor|de vuelta|de regreso|estare de|i will be back|i'll be back|back (on|in)|return|returning|volto|voltarei|retorno|estarei de volta)/
const until = /(hasta|until|through|till|ate o dia|ate)\b/

const dates: { pattern: RegExp; read: (found: RegExpExecArray, english: boolean) => Day | null }[] = [
  { pattern: /(\d{4})-(\d{2})-(\d{2})/, read: ([, y, m, d]) => dayOf(d, Number(m) - 1, y) },
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th|o|º)?\\s+(?:de |of )?${month}${year}`),
    read: ([, d, m, y]) => dayOf(d, months[m ?? ''], y),
  },
  {
    pattern: new RegExp(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?${year}`),
    read: ([, m, d, y]) => dayOf(d, months[m ?? ''], y),
  },
  {
    pattern: /(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?/,
    // 12/03 in English may be March or December: only what cannot be both is believed.
    read: ([, a, b, y], english) => {
      if (!english || Number(a) > 12) return dayOf(a, Number(b) - 1, y)
      return Number(b) > 12 ? dayOf(b, Number(a) - 1, y) : null
    },
  },
]

type Day = { day: number; month: number; year: number | null }

/**
 * The day on which somebody says, in Spanish, English or Portuguese, that they are back: midnight UTC of it; null when the note
 * does not say, or names a day that lies behind or further ahead than a year.
 */
export function returnDate(text: string, now: Date): Date | null {
  const said = fold(text.slice(0, 4_000)).replace(/\s+/g, ' ')
  const english =
    /\b(the|office|back|return|will|until)\b/.test(said) && !/\b(oficina|regres|hasta|volver|estare|ate)\b/.test(said)
  return near(said, back, 0, english, now) ?? near(said, until, 1, english, now)
}

// The first date within a few words after one of these.
function near(said: string, cue: RegExp, plus: number, english: boolean, now: Date): Date | null {
  for (const { index } of said.matchAll(new RegExp(cue.source, 'g'))) {
    const window = said.slice(index, index + 90)
    const found = dates
      .map(({ pattern, read }) => ({ hit: pattern.exec(window), read }))
      .filter((one): one is { hit: RegExpExecArray; read: (typeof one)['read'] } => one.hit !== null)
      .sort((a, b) => a.hit.index - b.hit.index)
    for (const { hit, read } of found) {
      const at = instant(read(hit, english), now)
      if (at) return after(at, days(plus))
    }
  }
  return null
}

function dayOf(day: string | undefined, month: number | undefined, year: string | undefined): Day | null {
  const its = Number(day)
  if (month === undefined || month < 0 || month > 11 || its < 1 || its > 31) return null
  return { day: its, month, year: year ? (year.length === 2 ? 2000 + Number(year) : Number(year)) : null }
}

// Without a year it is the next such day, yesterday's included for those who wrote the note too late.
function instant(day: Day | null, now: Date): Date | null {
  if (!day) return null
  const yesterday = after(now, -days(2))
  const years = day.year === null ? [now.getUTCFullYear(), now.getUTCFullYear() + 1] : [day.year]
  for (const year of years) {
    const at = new Date(Date.UTC(year, day.month, day.day))
    if (at.getUTCMonth() === day.month && at >= yesterday && at <= after(now, days(366))) return at
  }
  return null
}
