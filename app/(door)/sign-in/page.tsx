import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { optionalActor } from '@/app/_server/actor'
import { Form, Submit } from '@/app/_ui/form'
import { FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { organization, ownPath } from '@/lib/identity'
import { DoorTitle, Frame } from '../_parts/frame'
import { doorLocale, type Params, param } from '../_parts/language'
import { SampleAccounts } from './_parts/sample-accounts'
import { enter } from './actions'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: translator(await doorLocale(await searchParams))('door.signIn.title') }
}

/** The way in. Who is in already goes on; where there is no company yet, it is set up first. */
export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams
  const [locale, house, actor] = await Promise.all([doorLocale(params), organization(), optionalActor()])
  if (!house) redirect('/setup')
  const back = ownPath(param(params, 'callbackUrl'))
  if (actor) redirect(back)
  const t = translator(locale)
  return (
    <Frame locale={locale} path="/sign-in" params={params}>
      <DoorTitle title={t('door.signIn.at', { name: house.name })} />
      <Form answer={enter} offline={t('settings.offline')} className="grid max-w-[400px] gap-5">
        <input type="hidden" name="lang" value={locale} />
        <input type="hidden" name="callbackUrl" value={back} />
        <FormText
          name="email"
          type="email"
          label={t('door.signIn.email')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <FormText
          name="password"
          type="password"
          label={t('door.signIn.password')}
          autoComplete="current-password"
          required
        />
        <Submit busy={t('door.signIn.busy')} size="touch">
          {t('door.signIn.submit')}
        </Submit>
        <p className="text-13 text-3">{t('door.signIn.forgot')}</p>
      </Form>
      {house.sample ? <SampleAccounts locale={locale} /> : null}
    </Frame>
  )
}
