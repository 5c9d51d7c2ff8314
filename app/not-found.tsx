import { headers } from 'next/headers'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { negotiate, translator } from '@/lib/i18n'

/** Missing and not yours to see look the same. */
export default async function NotFound() {
  const t = translator(negotiate((await headers()).get('accept-language')))
  return (
    <main className="p-6 tablet:p-10">
      <Empty alone title={t('common.missing.title')} text={t('common.missing.text')}>
        <ButtonLink variant="primary" href="/">
          {t('common.missing.home')}
        </ButtonLink>
      </Empty>
    </main>
  )
}
