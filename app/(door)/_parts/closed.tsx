import { ButtonLink } from '@/app/_ui/button'
import { translator } from '@/lib/i18n'
import { DoorTitle } from './frame'

/** A link that opens nothing: says why and where to go. */
export function Closed({ locale, reason }: { locale: 'es' | 'en'; reason: string }) {
  const t = translator(locale)
  return (
    <>
      <DoorTitle title={t('door.closed.title')} text={reason} />
      <ButtonLink href={`/sign-in?lang=${locale}`}>{t('door.closed.signIn')}</ButtonLink>
    </>
  )
}
