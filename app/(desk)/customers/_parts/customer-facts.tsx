import type { CustomerRow } from '@/lib/customers'
import { worthOf } from './customer-table'
import type { Reader } from './shared'

/** Who somebody is, as far as it is known. */
export function CustomerFacts({ customer, f, t, locale, now }: { customer: CustomerRow } & Reader) {
  const language = customer.language && new Intl.DisplayNames(locale, { type: 'language' }).of(customer.language)
  const facts = {
    externalId: customer.externalId,
    email: customer.email,
    phone: customer.phone,
    language,
    segment: customer.segment,
    value: worthOf(customer, f),
    surveys: customer.optedOutAt
      ? t('customers.page.surveysNo', { when: f.near(customer.optedOutAt, now) })
      : t('customers.page.surveysYes'),
    since: f.date(customer.createdAt),
  }
  const rows = Object.entries(facts) as [keyof typeof facts, string | null][]
  return (
    <section>
      <h2 className="mb-1 text-15 font-semibold">{t('customers.page.who')}</h2>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-y-1 text-13">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-3">{t(`customers.page.facts.${name}`)}</dt>
            <dd className={value ? 'wrap-anywhere' : 'text-3'}>{value || t('customers.page.unknown')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
