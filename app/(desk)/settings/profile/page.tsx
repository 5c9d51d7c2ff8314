import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { currentActor } from '@/app/_server/actor'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { zoneOptions } from '@/app/(door)/setup/_parts/places'
import { formatter, translator } from '@/lib/i18n'
import { listSessions, me, organization, sessionIdOf, teams } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { named } from '@/lib/kit/text'
import { Block, SettingsFrame } from '../_parts/frame'
import { formWords } from '../_parts/words'
import { Look } from './_parts/look'
import { Sessions } from './_parts/sessions'
import { saveMe, savePassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.profile') }
}

/** One's own account. */
export default async function ProfilePage() {
  const actor = await currentActor()
  const { locale, timeZone } = actor
  const t = translator(locale)
  const sid = await sessionIdOf((await headers()).get('cookie') ?? '')
  const [own, sessions, house, all] = await Promise.all([
    me(actor),
    listSessions(actor, sid, now()),
    organization(),
    teams(actor),
  ])
  const f = formatter({ locale, country: house?.country ?? 'MX', timeZone })
  const mine = all.filter((team) => actor.teams.includes(team.id)).map((team) => named(team, locale))
  return (
    <SettingsFrame actor={actor} section="profile">
      <Block
        title={t('settings.profile.you')}
        text={`${t(`common.role.${actor.role}`)} · ${mine.join(', ') || t('settings.people.noTeam')}`}
      >
        <Form answer={saveMe} offline={t('settings.offline')} className="grid items-start gap-5 tablet:grid-cols-2">
          <FormText name="name" label={t('settings.profile.name')} defaultValue={actor.name} autoComplete="name" />
          <FormText
            name="email"
            label={t('settings.profile.email')}
            hint={t('settings.profile.emailHint')}
            defaultValue={own.email}
            autoComplete="username"
            readOnly
          />
          <FormSelect
            name="locale"
            label={t('settings.profile.locale')}
            defaultValue={locale}
            options={[
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ]}
          />
          <FormSelect
            name="timeZone"
            label={t('settings.profile.timeZone')}
            defaultValue={timeZone}
            options={zoneOptions()}
          />
          <div>
            <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
          </div>
        </Form>
      </Block>
      <Block title={t('settings.profile.look')}>
        <Look
          words={{
            theme: t('shell.user.theme'),
            system: t('shell.user.system'),
            light: t('shell.user.light'),
            dark: t('shell.user.dark'),
            single: t('shell.keys.single'),
            singleHint: t('shell.keys.singleHint'),
          }}
        />
      </Block>
      <Block title={t('settings.profile.password')} text={t('settings.profile.passwordText')}>
        <Form
          answer={savePassword}
          {...formWords(t)}
          done={t('settings.profile.changed')}
          clears
          className="grid items-start gap-5 tablet:grid-cols-2"
        >
          <FormText
            name="current"
            type="password"
            label={t('settings.profile.current')}
            autoComplete="current-password"
            required
          />
          <FormText
            name="password"
            type="password"
            label={t('settings.profile.new')}
            hint={t('settings.profile.newHint')}
            autoComplete="new-password"
            required
          />
          <div>
            <Submit variant="default" busy={t('settings.profile.changing')}>
              {t('settings.profile.change')}
            </Submit>
          </div>
        </Form>
      </Block>
      <Block title={t('settings.profile.sessions')} text={t('settings.profile.sessionsText')}>
        <Sessions sessions={sessions} locale={locale} f={f} />
      </Block>
    </SettingsFrame>
  )
}
