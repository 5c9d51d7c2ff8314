'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { CalendarInput, createCalendar, updateCalendar, Weekly } from '@/lib/setup'
import { readSpans, weekdays } from './_parts/spans'

const line = z.string().max(200).default('')
const Days = z.object({ day1: line, day2: line, day3: line, day4: line, day5: line, day6: line, day7: line })

// Seven lines of text and one of dates, as the calendar's own input.
const Given = Days.extend({
  ...CalendarInput.pick({ name: true, timeZone: true }).shape,
  holidays: z.string().max(8_000),
}).transform(({ name, timeZone, holidays, ...days }, context) => {
  const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const weekly: Record<string, [number, number][]> = {}
  for (const day of weekdays) {
    const spans = readSpans(days[`day${day}`])
    if (!spans || !Weekly.safeParse({ [day]: spans.length > 0 ? spans : [[0, 1]] }).success)
      blame(`day${day}`, 'hoursWrong')
    else if (spans.length > 0) weekly[day] = spans
  }
  if (Object.keys(weekly).length === 0) blame('day1', 'hoursNeeded')
  const dates = [...new Set(holidays.split(/[\s,;]+/).filter(Boolean))].sort()
  if (!CalendarInput.shape.holidays.safeParse(dates).success) blame('holidays', 'dateWrong')
  return { name, timeZone, weekly, holidays: dates }
})

/** Another calendar, for teams that keep other hours. */
export const addCalendar = answering(action(Given, (actor, input, now) => createCalendar(actor, input, now)))

const Change = z.object({ id: z.string().max(64), version: z.coerce.number().int() })

/** Hours and holidays of a calendar. */
export const saveCalendar = answering(
  action(Change.and(Given), (actor, { id, version, ...input }, now) => updateCalendar(actor, id, version, input, now)),
)
