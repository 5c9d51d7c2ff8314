import type { Metadata } from 'next'
import { Form, Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { Closed } from '../../_parts/closed'
import { DoorTitle, Frame } from '../../_parts/frame'
import { doorLocale, type Params } from '../../_parts/language'
import { holderOf } from '../../_parts/pass'
import { choose } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Params> }

export const metadata: Metadata = { title: 'Lazo' }

/** A new password for whoever holds the link. */
export default async function ResetPage({ params, searchParams }: Props) {
  const [{ token }, asked] = await Promise.all([params, searchParams])
  const locale = await doorLocale(asked)
  const pass = await holderOf('reset', token, locale)
  const t = translator(locale)
  const frame = { locale, path: `/reset/${token}`, params: asked }
  if ('reason' in pass)
    return (
      <Frame {...frame}>
        <Closed locale={locale} reason={pass.reason} />
      </Frame>
    )
  const email = pass.holder.email ?? ''
  return (
    <Frame {...frame}>
      <DoorTitle title={t('door.reset.title')} text={t('door.reset.text', { email })} />
      <Form answer={choose} offline={t('settings.offline')} className="grid max-w-[400px] gap-5">
        <input type="hidden" name="lang" value={locale} />
        <input type="hidden" name="token" value={token} />
        {/* Password managers keep the new one beside this name. */}
        <input type="email" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
        <FormText
          name="password"
          type="password"
          label={t('door.reset.title')}
          hint={t('door.invitation.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Submit busy={t('door.reset.busy')} size="touch">
          {t('door.reset.submit')}
        </Submit>
      </Form>
    </Frame>
  )
}
