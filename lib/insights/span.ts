import { addDays, dayOf, type Period } from '@/lib/kit/period'

const quarter = 900_000

/** The first instant of a local day, to the quarter of an hour. */
export function startOf(day: string, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let [before, after] = [midnight - 64 * quarter, midnight + 64 * quarter]
  while (after - before > quarter) {
    const middle = before + Math.floor((after - before) / (2 * quarter)) * quarter
    if (dayOf(new Date(middle), zone) < day) before = middle
    else after = middle
  }
  return new Date(after)
}

/** The instants of a span of local days: from the first, up to but not including the end. */
export const instantsOf = ({ from, to }: Period, zone: string): { from: Date; until: Date } => ({
  from: startOf(from, zone),
  until: startOf(addDays(to, 1), zone),
})

/** The weeks of a span, oldest first, counted back from its last day; the first may be shorter. */
export function weeksOf({ from, to }: Period): Period[] {
  const weeks: Period[] = []
  for (let end = to; end >= from; end = addDays(end, -7)) {
    const start = addDays(end, -6)
    weeks.unshift({ from: start < from ? from : start, to: end })
  }
  return weeks
}
