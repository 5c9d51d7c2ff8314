import type { Metadata } from 'next'
import { Form, Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { Closed } from '../../_parts/closed'
import { DoorTitle, Frame } from '../../_parts/frame'
import { doorLocale, type Params } from '../../_parts/language'
import { holderOf } from '../../_parts/pass'
import { join } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Params> }

export const metadata: Metadata = { title: 'Lazo' }

/** Whoever holds the link chooses a name and a password. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ token }, asked] = await Promise.all([params, searchParams])
  const locale = await doorLocale(asked)
  const [house, pass] = await Promise.all([organization(), holderOf('join', token, locale)])
  const t = translator(locale)
  const frame = { locale, path: `/invitation/${token}`, params: asked }
  if ('reason' in pass)
    return (
      <Frame {...frame}>
        <Closed locale={locale} reason={pass.reason} />
      </Frame>
    )
  const { holder } = pass
  const teams = holder.teams.map((team) => named(team, locale)).join(', ')
  return (
    <Frame {...frame}>
      <DoorTitle
        title={t('door.invitation.title', { name: house?.name ?? 'Lazo' })}
        text={
          <>
            {t('door.invitation.text', { role: t(`common.role.${holder.role ?? 'viewer'}`) })}{' '}
            {teams ? `${t('door.invitation.teams', { n: holder.teams.length, teams })}.` : null}
          </>
        }
      />
      <Form answer={join} offline={t('settings.offline')} className="grid max-w-[400px] gap-5">
        <input type="hidden" name="lang" value={locale} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <FormText
          name="name"
          label={t('door.invitation.name')}
          autoComplete="name"
          defaultValue={holder.name ?? ''}
          required
        />
        <FormText
          name="email"
          type="email"
          label={t('door.invitation.email')}
          hint={t('door.invitation.emailHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={holder.email ?? ''}
          required
        />
        <FormText
          name="password"
          type="password"
          label={t('door.invitation.password')}
          hint={t('door.invitation.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Submit busy={t('door.invitation.busy')} size="touch">
          {t('door.invitation.submit')}
        </Submit>
      </Form>
    </Frame>
  )
}
