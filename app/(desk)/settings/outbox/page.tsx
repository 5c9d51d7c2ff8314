import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { actorWho, currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { Pager } from '@/app/_ui/pager'
import { Tabs } from '@/app/_ui/tabs'
import { outbox } from '@/lib/followups'
import { translator } from '@/lib/i18n'
import { LetterFilterBar } from './_parts/filter-bar'
import { LetterLine } from './_parts/letter-line'
import { MailBanner } from './_parts/mail-banner'
import { placeOf } from './_parts/place'
import { type Asked, filterOf, hrefOf, shelfOf, shelves } from './_parts/shelves'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('outbox.title') }
}

type Props = { searchParams: Promise<Asked & { show?: string; after?: string }> }

/** Every letter and what became of it; for whoever looks after mail. */
export default async function OutboxPage({ searchParams }: Props) {
  const { actor, may } = await actorWho('mail.manage')
  if (!may) forbidden()
  const t = translator(actor.locale)
  const { show, after, ...asked } = await searchParams
  const shelf = shelfOf(show)
  const filter = filterOf(asked)
  const [{ letters, nextCursor, counts, state }, place] = await Promise.all([
    outbox(actor, { ...shelf.filter, ...filter, ...(after ? { cursor: after } : {}) }),
    placeOf(actor),
  ])
  const filtered = Object.keys(filter).length > 0
  const numbers = { all: undefined, waiting: counts.waiting, troubled: counts.troubled }
  return (
    <main>
      <PageHeader
        above={
          <Breadcrumb
            label={t('settings.title')}
            items={[
              { label: t('settings.title'), href: '/settings' },
              { label: t('mail.title'), href: '/settings/mail' },
            ]}
          />
        }
        title={t('outbox.title')}
        text={t('outbox.text')}
      />
      <MailBanner state={state} place={place} t={t} />
      <div className="px-4 tablet:px-5">
        <Tabs
          label={t('outbox.tabs.label')}
          items={shelves.map(({ name, href }) => ({
            label: t(`outbox.tabs.${name}`),
            href: hrefOf(href, asked),
            count: numbers[name],
            current: name === shelf.name,
          }))}
        />
      </div>
      <LetterFilterBar asked={asked} shelf={shelf} t={t} />
      {letters.length === 0 ? (
        <div className="p-4 tablet:p-5">
          <Empty
            title={t(`outbox.empty.${filtered ? 'nothing' : shelf.name}.title`)}
            text={t(`outbox.empty.${filtered ? 'nothing' : shelf.name}.text`)}
          />
        </div>
      ) : (
        <ol aria-label={t('outbox.list')}>
          {letters.map((letter) => (
            <LetterLine key={letter.id} letter={letter} place={place} t={t} />
          ))}
        </ol>
      )}
      <Pager
        label={t('outbox.pager.label')}
        previous={after ? { href: hrefOf(shelf.href, asked), label: t('outbox.pager.first') } : undefined}
        next={
          nextCursor
            ? {
                href: hrefOf(shelf.href, { ...asked, after: nextCursor }),
                label: t('outbox.pager.next'),
              }
            : undefined
        }
      />
    </main>
  )
}
