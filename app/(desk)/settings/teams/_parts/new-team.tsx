import { Plus } from 'lucide-react'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { CalendarRow } from '@/lib/setup'
import { addTeam } from '../actions'

type NewTeamProps = { locale: 'es' | 'en'; house: 'es' | 'en'; calendars: CalendarRow[] }

/** A team begins with a name and its hours; people and touchpoints come on its page. */
export function NewTeam({ locale, house, calendars }: NewTeamProps) {
  const t = translator(locale)
  return (
    <DialogButton
      variant="primary"
      icon={<Plus className="i" aria-hidden="true" />}
      label={t('settings.teams.new')}
      title={t('settings.teams.new')}
      closeLabel={t('common.close')}
    >
      <Form answer={addTeam} offline={t('settings.offline')} className="grid gap-5">
        <FormText name="name" label={t('settings.teams.name')} required />
        <FormText name="nameOther" label={t(`settings.other.${house}`)} />
        <FormSelect
          name="calendarId"
          label={t('settings.teams.calendar')}
          options={calendars.map((one) => ({ value: one.id, label: named(one, locale) }))}
        />
        <DialogFoot>
          <Submit busy={t('settings.teams.creating')}>{t('settings.teams.create')}</Submit>
        </DialogFoot>
      </Form>
    </DialogButton>
  )
}
