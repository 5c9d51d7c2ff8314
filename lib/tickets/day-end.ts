import { dayOf } from '@/lib/kit/period'

const quarter = 900_000

/** The last instant (in milliseconds) of a local day `YYYY-MM-DD` in a zone. */
export function endOfDay(day: string, timeZone: string): Date {
  // Zones change their offset at quarter hours: the first quarter of the next day ends the search.
  let at = Date.parse(`${day}T00:00:00Z`) + 10 * 3_600_000
  while (dayOf(new Date(at), timeZone) > day) at -= quarter
  while (dayOf(new Date(at), timeZone) <= day) at += quarter
  return new Date(at - 1)
}
