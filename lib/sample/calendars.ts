import type * as schema from '@/db/schema'
import { after, days } from '@/lib/kit/clock'
import type { MakeId } from './ids'

export const zone = 'America/Mexico_City'
type Calendar = typeof schema.calendars.$inferSelect

const spans = (days: number[], from: number, to: number) =>
  Object.fromEntries(days.map((day) => [String(day), [[from * 60, to * 60]] as [number, number][]]))
const holidaysOf = (year: number) =>
  ['01-01', '02-05', '03-21', '05-01', '09-16', '11-20', '12-25'].map((day) => `${year}-${day}`)

export function calendarsOf(now: Date, id: MakeId): Calendar[] {
  const year = now.getUTCFullYear()
  const holidays = [year - 1, year, year + 1].flatMap(holidaysOf)
  const made = (slug: string, name: string, en: string, weekly: Calendar['weekly']): Calendar => ({
    id: id('calendar', after(now, -days(400))),
    slug,
    name,
    names: { es: name, en },
    timeZone: zone,
    weekly,
    holidays,
    version: 1,
  })
  return [
    made('oficina', 'Oficina', 'Office', spans([1, 2, 3, 4, 5], 9, 18)),
    made('tiendas', 'Tiendas y entregas', 'Stores and deliveries', spans([1, 2, 3, 4, 5, 6], 9, 19)),
  ]
}
