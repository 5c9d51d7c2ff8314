import { UserPlus } from 'lucide-react'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Submit } from '@/app/_ui/form'
import { FormChecks, FormSelect, FormText } from '@/app/_ui/form-field'
import { type Formatter, translator } from '@/lib/i18n'
import { type Role, roles, type Team } from '@/lib/identity'
import { after, days, now } from '@/lib/kit/clock'
import { named } from '@/lib/kit/text'
import { MadeOnce } from '../../_parts/made-once'
import { copyWords } from '../../_parts/words'
import { invite } from '../actions'

/** The roles as choices, each with what it means. */
export const roleOptions = (locale: 'es' | 'en') => {
  const t = translator(locale)
  return roles.map((value: Role) => ({ value, label: `${t(`common.role.${value}`)}: ${t(`settings.role.${value}`)}` }))
}

/** Makes a link for somebody: role and teams are settled here, name and password by them. */
export function Invite({ locale, teams, f }: { locale: 'es' | 'en'; teams: Team[]; f: Formatter }) {
  const t = translator(locale)
  const expires = f.day(after(now(), days(7)))
  return (
    <DialogButton
      variant="primary"
      icon={<UserPlus className="i" aria-hidden="true" />}
      label={t('settings.people.invite')}
      title={t('settings.people.inviteTitle')}
      closeLabel={t('common.close')}
    >
      <MadeOnce
        answer={invite}
        offline={t('settings.offline')}
        className="grid gap-5"
        line={{
          label: t('settings.people.link'),
          hint: t('settings.people.linkHint', { date: expires }),
          words: copyWords(t),
        }}
      >
        <FormSelect name="role" label={t('settings.people.role')} defaultValue="agent" options={roleOptions(locale)} />
        <FormChecks
          name="teams"
          legend={t('settings.people.teams')}
          options={teams.map((team) => ({ value: team.id, label: named(team, locale) }))}
        />
        <div className="grid items-start gap-4 tablet:grid-cols-2">
          <FormText name="name" label={t('settings.people.nameOptional')} autoComplete="off" />
          <FormText name="email" type="email" label={t('settings.people.emailOptional')} autoComplete="off" />
        </div>
        <DialogFoot>
          <Submit busy={t('settings.people.inviteBusy')}>{t('settings.people.inviteSubmit')}</Submit>
        </DialogFoot>
      </MadeOnce>
    </DialogButton>
  )
}
