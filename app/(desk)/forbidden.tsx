import { Lock } from 'lucide-react'
import { currentActor } from '@/app/_server/actor'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { translator } from '@/lib/i18n'

/** A whole section that a role never has, answered with 403: says which role one is here as, and whom to ask. */
export default async function ForbiddenPage() {
  const actor = await currentActor()
  const t = translator(actor.locale)
  return (
    <main className="p-6 tablet:p-10">
      <Empty
        alone
        icon={<Lock className="i" aria-hidden="true" />}
        title={t('common.forbidden.title')}
        text={t('common.forbidden.text', { role: t(`common.role.${actor.role}`) })}
      >
        <ButtonLink variant="primary" href="/">
          {t('common.missing.home')}
        </ButtonLink>
      </Empty>
    </main>
  )
}
