import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity/shared'

/** A section that this role never has: says which role, and whom to ask. */
export function Forbidden({ actor, title }: { actor: UserActor; title: string }) {
  const t = translator(actor.locale)
  return (
    <main>
      <PageHeader title={title} />
      <Empty
        title={t('common.forbidden.title')}
        text={t('common.forbidden.text', { role: t(`common.role.${actor.role}`) })}
      />
    </main>
  )
}
