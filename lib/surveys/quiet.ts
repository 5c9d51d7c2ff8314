import { hours, minutes } from '@/lib/kit/clock'

const opens = 8
const closes = 20

/** The first instant from `now` on at which a survey may arrive: between 8 and 20 o'clock in the organization's zone. */
export function outOfQuietHours(now: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const hourOf = (at: Date) => Number(clock.formatToParts(at).find(({ type }) => type === 'hour')?.value)
  if (loud(hourOf(now))) return now
  // Zones are whole quarters of an hour from UTC: the opening falls on one of the next 96 quarters.
  const quarter = Math.ceil(now.getTime() / minutes(15)) * minutes(15)
  for (let at = quarter; at <= quarter + hours(25); at += minutes(15))
    if (loud(hourOf(new Date(at)))) return new Date(at)
  return now
}

const loud = (hour: number): boolean => hour >= opens && hour < closes
