import { type Formatter, translator } from '@/lib/i18n'
import type { Pass } from '@/lib/identity'
import { Deed } from '../../_parts/deed'
import { takeBack } from '../actions'

/** Links that still let somebody in, and how to take them back. */
export function Pending({ passes, locale, f }: { passes: Pass[]; locale: 'es' | 'en'; f: Formatter }) {
  const t = translator(locale)
  if (passes.length === 0) return null
  return (
    <section className="mt-10" aria-labelledby="pending">
      <h2 id="pending" className="mb-2 font-semibold text-15">
        {t('settings.people.pending')}
      </h2>
      <ul className="border-line border-t">
        {passes.map((pass) => (
          <li key={pass.id} className="flex min-h-14 flex-wrap items-center gap-3 border-line border-b py-2">
            <span className="min-w-0 flex-1">
              <span className="block">{pass.name ?? pass.email ?? t('settings.people.anyone')}</span>
              <span className="block text-12 text-3">
                {t('settings.people.pendingOf', {
                  role: t(`common.role.${pass.role ?? 'viewer'}`),
                  date: f.day(pass.expiresAt),
                })}
              </span>
            </span>
            <Deed
              answer={takeBack}
              values={{ id: pass.id }}
              done={t('settings.people.revoked')}
              offline={t('settings.offline')}
              busy={t('common.saving')}
              size="sm"
            >
              {t('settings.people.revoke')}
            </Deed>
          </li>
        ))}
      </ul>
    </section>
  )
}
