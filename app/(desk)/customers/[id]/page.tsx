import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { customerPage, mayReadCustomers } from '@/lib/customers'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { AnswerList } from '../_parts/answer-list'
import { CustomerDeeds } from '../_parts/customer-deeds'
import { CustomerFacts } from '../_parts/customer-facts'
import { LetterList } from '../_parts/letter-list'
import { ScoreLine } from '../_parts/score-line'
import { TicketList } from '../_parts/ticket-list'

/** One customer: who they are, what they said, what was done, what was written to them. */
export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!mayReadCustomers(actor)) forbidden()
  const { id } = await params
  const [page, house] = await Promise.all([
    customerPage(actor, id).catch((error: unknown) => {
      if (isRefusal(error)) return notFound()
      throw error
    }),
    organization(),
  ])
  const { customer, suppressed, answers, tickets, letters } = page
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const shared = { f, t, locale: actor.locale, now: now() }
  return (
    <main className="pb-10">
      <PageHeader
        title={customer.name ?? customer.email ?? customer.externalId ?? t('customers.unnamed')}
        above={
          <Breadcrumb
            label={t('customers.page.back')}
            items={[{ label: t('customers.page.back'), href: '/customers' }]}
          />
        }
      >
        {permits(actor, 'customers.edit') && !customer.erasedAt ? (
          <CustomerDeeds customer={customer} currency={house?.currency ?? 'MXN'} t={t} />
        ) : null}
      </PageHeader>
      {customer.erasedAt ? <Notice>{t('customers.page.erased', { when: f.date(customer.erasedAt) })}</Notice> : null}
      {suppressed ? <Notice kind="mail">{t('customers.page.suppressed')}</Notice> : null}
      {customer.flagged ? <Notice kind="soon">{t('customers.page.flaggedText')}</Notice> : null}
      <div className="grid gap-8 px-4 pt-2 tablet:px-5 desk:grid-cols-[minmax(0,1fr)_22rem] desk:gap-12">
        <div className="grid min-w-0 content-start gap-8">
          <ScoreLine answers={answers} {...shared} />
          <AnswerList answers={answers} erased={customer.erasedAt !== null} {...shared} />
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <CustomerFacts customer={customer} {...shared} />
          <TicketList tickets={tickets} {...shared} />
          <LetterList letters={letters} {...shared} />
        </div>
      </div>
    </main>
  )
}
