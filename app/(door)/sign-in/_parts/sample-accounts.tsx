import { translator } from '@/lib/i18n'
import { type Role, roles } from '@/lib/identity/shared'
import { sampleAccounts } from '@/lib/sample'

const isRole = (role: string): role is Role => roles.some((one) => one === role)

/** Who can come in to the sample company, with its one password. */
export function SampleAccounts({ locale }: { locale: 'es' | 'en' }) {
  const t = translator(locale)
  return (
    <section className="mt-10 grid max-w-[480px] gap-3 border-line border-t pt-5" aria-labelledby="sample-accounts">
      <h2 id="sample-accounts" className="font-semibold text-15">
        {t('door.signIn.sample')}
      </h2>
      <dl className="kv">
        {sampleAccounts.map((one) => (
          <div key={one.email}>
            <dt>{isRole(one.role) ? t(`common.role.${one.role}`) : one.role}</dt>
            <dd>{one.email}</dd>
          </div>
        ))}
      </dl>
      <p className="text-13 text-2">
        {t('door.signIn.samplePassword')}{' '}
        <code className="rounded-1 bg-sunk px-1.5 py-0.5">{sampleAccounts[0]?.password}</code>
      </p>
    </section>
  )
}
