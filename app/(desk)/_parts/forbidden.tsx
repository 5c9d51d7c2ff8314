import { Lock } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { translator } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity/shared'

/** A whole section that a role never has: says which role one is here as, and whom to ask. */
export function Forbidden({ actor }: { actor: UserActor }) {
  const t = translator(actor.locale)
  return (
    <main className="p-6 tablet:p-10">
      <Empty
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
