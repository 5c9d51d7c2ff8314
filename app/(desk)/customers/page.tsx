import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Input } from '@/app/_ui/input'
import { PageHeader } from '@/app/_ui/page-header'
import { Pager } from '@/app/_ui/pager'
import { listCustomers, mayReadCustomers } from '@/lib/customers'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { CustomerTable } from './_parts/customer-table'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('customers.title') }
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Everybody that this reader may know of, by name. */
export default async function CustomersPage({ searchParams }: Search) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!mayReadCustomers(actor)) forbidden()
  const given = await searchParams
  const q = one(given.q).slice(0, 200)
  const cursor = one(given.cursor) || undefined
  const [{ data, nextCursor }, house] = await Promise.all([listCustomers(actor, { q, cursor }), organization()])
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const query = (more: Record<string, string>) => `/customers?${new URLSearchParams({ ...(q && { q }), ...more })}`
  return (
    <main>
      <PageHeader title={t('customers.title')} text={t('customers.text')} />
      <search className="px-4 pb-3 tablet:px-5">
        <form action="/customers" className="flex max-w-lg gap-2">
          <Input
            name="q"
            type="search"
            aria-label={t('customers.search')}
            placeholder={t('customers.searchHint')}
            defaultValue={q}
            maxLength={200}
          />
          <button type="submit" className="btn">
            {t('common.search')}
          </button>
        </form>
      </search>
      {data.length > 0 ? <CustomerTable customers={data} f={f} t={t} /> : <Nobody q={q} t={t} />}
      <Pager
        label={t('customers.pager')}
        previous={cursor ? { href: query({}), label: t('customers.firstPage') } : undefined}
        next={nextCursor ? { href: query({ cursor: nextCursor }), label: t('customers.nextPage') } : undefined}
      />
    </main>
  )
}

const Nobody = ({ q, t }: { q: string; t: ReturnType<typeof translator> }) =>
  q ? (
    <Empty title={t('customers.empty.found')} text={t('customers.empty.foundText', { q })}>
      <ButtonLink href="/customers">{t('customers.empty.all')}</ButtonLink>
    </Empty>
  ) : (
    <Empty title={t('customers.empty.title')} text={t('customers.empty.text')} />
  )

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''
