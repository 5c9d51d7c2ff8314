import { FormSelect, FormText, FormTextarea } from '@/app/_ui/form-field'
import { zoneOptions } from '@/app/(door)/setup/_parts/places'
import { translator } from '@/lib/i18n'
import type { CalendarRow } from '@/lib/setup'
import { weekdays, writeSpans } from './spans'

type FieldsProps = {
  locale: 'es' | 'en'
  calendar: Pick<CalendarRow, 'name' | 'timeZone' | 'weekly' | 'holidays'>
}

/** A calendar as a form: seven lines for the week, one date a line for the days without service. */
export function CalendarFields({ locale, calendar }: FieldsProps) {
  const t = translator(locale)
  return (
    <>
      <div className="grid items-start gap-x-4 gap-y-5 tablet:grid-cols-2">
        <FormText name="name" label={t('settings.hours.name')} defaultValue={calendar.name} required />
        <FormSelect
          name="timeZone"
          label={t('settings.hours.timeZone')}
          defaultValue={calendar.timeZone}
          options={zoneOptions()}
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="label">{t('settings.hours.week')}</legend>
        <p className="help">{t('settings.hours.dayHint')}</p>
        <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 tablet:grid-cols-4">
          {weekdays.map((day) => (
            <FormText
              key={day}
              name={`day${day}`}
              label={t(`settings.hours.day.${day}`)}
              placeholder={t('settings.hours.closed')}
              defaultValue={writeSpans(calendar.weekly[day] ?? [])}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
      <FormTextarea
        name="holidays"
        label={t('settings.hours.holidays')}
        hint={t('settings.hours.holidaysHint')}
        defaultValue={calendar.holidays.join('\n')}
        className="max-h-60 max-w-[240px] tabular-nums"
      />
    </>
  )
}
