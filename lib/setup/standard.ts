import type { calendars, slaPolicies } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { holidaysOf } from './holidays'

type Calendar = typeof calendars.$inferSelect
type Policy = typeof slaPolicies.$inferSelect
type Locale = 'es' | 'en'

const other = (locale: Locale): Locale => (locale === 'es' ? 'en' : 'es')
const hours = (firstContact: number, resolution: number) => ({
  firstContact: firstContact * 60,
  resolution: resolution * 60,
})

/** Monday to Friday, nine to six, in the organization's zone, without its country's holidays of this year and the next. */
export function standardCalendar(its: { locale: Locale; timeZone: string; country: string }, now: Date): Calendar {
  const names = { es: 'Horario de oficina', en: 'Office hours' }
  const year = now.getUTCFullYear()
  return {
    id: newId('calendar'),
    slug: 'standard',
    name: names[its.locale],
    names: { [other(its.locale)]: names[other(its.locale)] },
    timeZone: its.timeZone,
    weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [[540, 1_080]]])),
    holidays: [...holidaysOf(its.country, year), ...holidaysOf(its.country, year + 1)],
    version: 1,
  }
}

/** First contact within 2, 4, 8, 16 business hours, resolution within 16, 24, 40, 80, from urgent to low. */
export function standardPolicy(locale: Locale): Policy {
  const names = { es: 'Compromiso general', en: 'General commitment' }
  return {
    id: newId('policy'),
    slug: 'standard',
    name: names[locale],
    names: { [other(locale)]: names[other(locale)] },
    targets: { urgent: hours(2, 16), high: hours(4, 24), normal: hours(8, 40), low: hours(16, 80) },
    waitLimit: 3 * 24 * 60,
    standard: true,
    version: 1,
  }
}
