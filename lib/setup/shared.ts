import { z } from 'zod'
import { Email, LocaleWord, Password, PersonName, Zone } from '@/lib/identity/shared'
import { countries } from './places'

export { countries, currencyOf, zoneOf } from './places'

/** What a company of one's own begins with. `template` is the slug of a journey that Lazo ships. */
export const SetUpInput = z.object({
  organization: z.object({
    name: z.string().trim().min(1, 'nameNeeded').max(120, 'tooLong'),
    country: z.enum(countries, 'choose'),
    locale: LocaleWord,
    timeZone: Zone,
  }),
  admin: z.object({ name: PersonName, email: Email, password: Password }),
  template: z.string().min(1, 'choose').max(64),
})
export type SetUpInput = z.input<typeof SetUpInput>

const minute = z.number().int().min(0).max(1_440)
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'])

/** ISO weekday → open spans in minutes of the local day, in order and apart; a day without spans is closed. */
export const Weekly = z
  .partialRecord(weekday, z.array(z.tuple([minute, minute])).max(4))
  .refine((week) => Object.values(week).every((spans) => spans === undefined || areApart(spans)), 'hoursWrong')
  .refine((week) => Object.values(week).some((spans) => spans !== undefined && spans.length > 0), 'hoursNeeded')

export const CalendarInput = z.object({
  name: z.string().trim().min(1, 'nameNeeded').max(80, 'tooLong'),
  timeZone: Zone,
  weekly: Weekly,
  /** Local dates YYYY-MM-DD. */
  holidays: z.array(z.iso.date('dateWrong')).max(400, 'tooLong'),
})
export type CalendarInput = z.infer<typeof CalendarInput>

const target = z.object({
  firstContact: z.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(100_000, 'numberWrong'),
  resolution: z.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(1_000_000, 'numberWrong'),
})

/** Targets in minutes of business time, `waitLimit` in minutes of calendar time. */
export const PolicyInput = z.object({
  name: z.string().trim().min(1, 'nameNeeded').max(80, 'tooLong'),
  targets: z.object({ urgent: target, high: target, normal: target, low: target }),
  waitLimit: z.number('numberWrong').int('numberWrong').min(60, 'numberWrong').max(100_000, 'numberWrong'),
})
export type PolicyInput = z.infer<typeof PolicyInput>

function areApart(spans: [number, number][]): boolean {
  return spans.every(([from, to], at) => from < to && (spans[at - 1]?.[1] ?? -1) < from)
}
