/** When a ticket may come back, in the order one thinks of it. */
export const snoozeKinds = ['later', 'tomorrow', 'monday', 'week'] as const
export type SnoozeKind = (typeof snoozeKinds)[number]

const hour = 3_600_000
const morning = '09:00'

/** The usual times to come back: in three hours while that is still today, tomorrow, Monday and in a week at nine. */
export function snoozeTimes(now: Date, timeZone: string): { kind: SnoozeKind; at: Date }[] {
  const today = wall(now, timeZone).slice(0, 10)
  const later = new Date(Math.ceil((now.getTime() + 3 * hour) / (hour / 2)) * (hour / 2))
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const toMonday = ((8 - weekday) % 7 || 7) as number
  const at = (days: number) => zonedInstant(`${plusDays(today, days)}T${morning}`, timeZone)
  return [
    ...(wall(later, timeZone).startsWith(today) ? [{ kind: 'later' as const, at: later }] : []),
    { kind: 'tomorrow', at: at(1) },
    ...(toMonday > 1 ? [{ kind: 'monday' as const, at: at(toMonday) }] : []),
    { kind: 'week', at: at(7) },
  ]
}

/** The instant of a wall clock's "2026-11-23T09:00" in a zone. An hour that a change of clocks skips moves on with it. */
export function zonedInstant(local: string, timeZone: string): Date {
  const wished = Date.parse(`${local}:00Z`)
  let guess = wished
  // Twice, because the first guess may lie on the other side of a change of clocks.
  for (let turn = 0; turn < 2; turn++) guess = wished - (Date.parse(`${wall(new Date(guess), timeZone)}:00Z`) - guess)
  return new Date(guess)
}

/** What a wall clock in the zone shows: "2026-11-23T09:00". */
export function wall(at: Date, timeZone: string): string {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-CA', { ...fields, timeZone, hourCycle: 'h23' }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

const plusDays = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * hour).toISOString().slice(0, 10)
