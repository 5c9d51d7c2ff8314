import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { actorWho, currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { Tabs } from '@/app/_ui/tabs'
import { letterFor } from '@/lib/followups'
import { type Translate, translator } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity'
import { isRefusal } from '@/lib/kit/refusal'
import { isRecallable, isRetriable } from '@/lib/mail/shared'
import { Deed } from '../_parts/deed'
import { LetterFacts } from '../_parts/letter-facts'
import { LetterSheet, type LetterView, letterViews } from '../_parts/letter-sheet'
import { placeOf } from '../_parts/place'
import { again, stop } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('outbox.title') }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ as?: string }> }

/** One letter: what became of it, and how it looks in a mailbox, as text and as bytes. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { actor, may } = await actorWho('mail.manage')
  if (!may) forbidden()
  const [{ id }, { as }] = await Promise.all([params, searchParams])
  const [letter, place] = await Promise.all([found(actor, id), placeOf(actor)])
  const t = translator(actor.locale)
  const view: LetterView = letterViews.find((one) => one === as) ?? 'html'
  return (
    <main>
      <PageHeader
        above={<Breadcrumb label={t('common.back')} items={[{ label: t('outbox.title'), href: '/settings/outbox' }]} />}
        title={letter.subject ?? t(`outbox.kind.${letter.kind}`)}
      >
        {isRetriable(letter.state) ? (
          <Deed id={id} answer={again} words={wordsOf('again', t)} look="primary">
            {t('outbox.again.do')}
          </Deed>
        ) : null}
        {isRecallable(letter.state) ? (
          <Deed id={id} answer={stop} words={wordsOf('stop', t)}>
            {t('outbox.stop.do')}
          </Deed>
        ) : null}
      </PageHeader>
      <div className="grid gap-6 px-4 pb-8 tablet:px-5 desk:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          <Tabs
            label={t('outbox.views.label')}
            items={letterViews.map((one) => ({
              label: t(`outbox.views.${one}`),
              href: `/settings/outbox/${id}${one === 'html' ? '' : `?as=${one}`}`,
              current: one === view,
            }))}
          />
          <LetterSheet letter={letter} view={view} t={t} />
        </div>
        <LetterFacts letter={letter} place={place} t={t} />
      </div>
    </main>
  )
}

const found = (actor: UserActor, id: string) =>
  letterFor(actor, id).catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'letter.unknown') notFound()
    throw error
  })

const wordsOf = (deed: 'again' | 'stop', t: Translate) => ({
  busy: t(`outbox.${deed}.busy`),
  done: t(`outbox.${deed}.done`),
  offline: t('common.retry'),
})
