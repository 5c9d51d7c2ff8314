import { FormChecks, FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import type { Team } from '@/lib/identity'
import { type Touchpoint, touchpointChannels } from '@/lib/journeys'
import { named } from '@/lib/kit/text'

type FieldsProps = {
  locale: 'es' | 'en'
  spoken: 'es' | 'en'
  teams: Team[]
  point?: Pick<Touchpoint, 'name' | 'names' | 'channels' | 'teamId'>
}

/** What a touchpoint is: its name in both languages, its channels, who answers for it. */
export function PointFields({ locale, spoken, teams, point }: FieldsProps) {
  const t = translator(locale)
  return (
    <>
      <div className="grid items-start gap-x-4 gap-y-5 tablet:grid-cols-2">
        <FormText name="name" label={t('journeys.name')} defaultValue={point?.name ?? ''} required />
        <FormText
          name="nameOther"
          label={t(`settings.other.${spoken}`)}
          defaultValue={point?.names[spoken === 'es' ? 'en' : 'es'] ?? ''}
        />
      </div>
      <FormSelect
        name="teamId"
        label={t('journeys.point.team')}
        hint={t('journeys.point.teamHint')}
        defaultValue={point?.teamId ?? ''}
        placeholder={t('journeys.point.nobody')}
        options={teams.map((team) => ({ value: team.id, label: named(team, locale) }))}
      />
      <FormChecks
        name="channels"
        legend={t('journeys.point.channels')}
        defaultValue={point?.channels ?? []}
        options={touchpointChannels.map((value) => ({ value, label: t(`journeys.channel.${value}`) }))}
      />
    </>
  )
}
