import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Badge } from '@/app/_ui/badge'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import { localeOf, organization, permits, teams } from '@/lib/identity'
import { journeyTree } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { JourneyDeeds } from './_parts/journey-deeds'
import { StageColumn } from './_parts/stage-column'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ retired?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('shell.nav.map') }
}

/** The map of a journey: stages as columns, touchpoints as cards; those who may, edit it here. */
export default async function JourneyPage({ params, searchParams }: Props) {
  const [actor, { slug }, asked] = await Promise.all([currentActor(), params, searchParams])
  const { locale } = actor
  const edits = permits(actor, 'journeys.edit')
  const retired = edits && asked.retired === '1'
  const [tree, house, working] = await Promise.all([
    journeyTree(actor, slug, { retired }),
    organization(),
    teams(actor),
  ])
  if (!tree) notFound()
  const t = translator(locale)
  const spoken = localeOf(house?.locale ?? 'es')
  const standing = tree.stages.filter((stage) => !stage.retiredAt)
  return (
    <main>
      <PageHeader
        above={<Breadcrumb label={t('journeys.title')} items={[{ label: t('journeys.title'), href: '/journeys' }]} />}
        title={named(tree, locale)}
        note={
          <>
            {t('journeys.count', {
              stages: standing.length,
              touchpoints: standing.flatMap((stage) => stage.touchpoints.filter((one) => !one.retiredAt)).length,
            })}{' '}
            {tree.retiredAt ? <Badge>{t('journeys.retired')}</Badge> : null}
          </>
        }
        text={edits ? undefined : t('journeys.readOnly')}
      >
        {edits ? <JourneyDeeds journey={tree} locale={locale} spoken={spoken} retired={retired} /> : null}
      </PageHeader>
      {edits ? (
        <p id="map-keys" className="sr-only">
          {t('journeys.point.movedKeys')}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label={t('journeys.map', { name: named(tree, locale) })} tabIndex={0}>
        <ol className="grid gap-x-3 gap-y-8 px-4 pt-3 pb-16 tablet:auto-cols-[minmax(172px,1fr)] tablet:grid-flow-col tablet:px-5">
          {tree.stages.map((stage) => (
            <StageColumn
              key={stage.id}
              tree={tree}
              stage={stage}
              edits={edits}
              locale={locale}
              spoken={spoken}
              teams={working}
            />
          ))}
        </ol>
      </section>
    </main>
  )
}
