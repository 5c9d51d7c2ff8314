import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Badge } from '@/app/_ui/badge'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { Block } from '@/app/(desk)/settings/_parts/frame'
import { translator } from '@/lib/i18n'
import { localeOf, organization, permits, teams } from '@/lib/identity'
import { causeTree, journeyTree } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { Details } from './_parts/details'
import { PlaceForm } from './_parts/place-form'
import { Reasons } from './_parts/reasons'
import { StandingButton } from './_parts/standing-button'

type Props = { params: Promise<{ slug: string; touchpoint: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('journeys.point.add') }
}

/** One touchpoint: what it is, which reasons it offers, where it stands. */
export default async function TouchpointPage({ params }: Props) {
  const [actor, asked] = await Promise.all([currentActor(), params])
  const { locale } = actor
  const [tree, causes, house, working] = await Promise.all([
    journeyTree(actor, asked.slug, { retired: true }),
    causeTree(actor),
    organization(),
    teams(actor),
  ])
  const stage = tree?.stages.find((one) => one.touchpoints.some((point) => point.slug === asked.touchpoint))
  const point = stage?.touchpoints.find((one) => one.slug === asked.touchpoint)
  if (!tree || !stage || !point) notFound()
  const t = translator(locale)
  const edits = permits(actor, 'journeys.edit')
  const name = named(point, locale)
  const retired = point.retiredAt !== null
  const standing = tree.stages.filter((one) => !one.retiredAt)
  const others = (id: string) =>
    standing.find((one) => one.id === id)?.touchpoints.filter((one) => !one.retiredAt && one.id !== point.id).length ??
    0
  const index = stage.touchpoints.filter((one) => !one.retiredAt).findIndex((one) => one.id === point.id)
  return (
    <main>
      <PageHeader
        above={
          <Breadcrumb
            label={t('journeys.title')}
            items={[
              { label: t('journeys.title'), href: '/journeys' },
              { label: named(tree, locale), href: `/journeys/${tree.slug}` },
            ]}
          />
        }
        title={name}
        note={
          <>
            {named(stage, locale)} {retired ? <Badge>{t('journeys.retired')}</Badge> : null}
          </>
        }
        text={edits ? undefined : t('journeys.readOnly')}
      />
      <div className="px-4 pt-4 pb-16 tablet:px-5">
        <Block
          title={t('journeys.point.details')}
          text={
            <>
              {t('journeys.slug')}: <code>{point.slug}</code>. {t('journeys.slugHint')}
            </>
          }
        >
          <Details
            point={point}
            edits={edits}
            locale={locale}
            spoken={localeOf(house?.locale ?? 'es')}
            teams={working}
          />
        </Block>
        <Block title={t('journeys.point.why')} text={t('journeys.point.whyText')}>
          <div className="grid gap-8 tablet:grid-cols-2">
            {(['detractor', 'promoter'] as const).map((side) => (
              <Reasons key={side} side={side} point={point} tree={causes} edits={edits} locale={locale} />
            ))}
          </div>
        </Block>
        {edits && !retired ? (
          <Block title={t('journeys.point.place')} text={t('journeys.point.placeText')}>
            <PlaceForm
              key={`${stage.id} ${index}`}
              point={{ id: point.id, stageId: stage.id, index }}
              stages={standing.map((one) => ({
                id: one.id,
                name: named(one, locale),
                places: others(one.id) + 1,
              }))}
              words={{
                stage: t('journeys.point.stage'),
                position: t('journeys.point.position'),
                move: t('journeys.point.move'),
                moving: t('journeys.point.moving'),
                offline: t('journeys.offline'),
                saved: t('journeys.saved'),
              }}
            />
          </Block>
        ) : null}
        {edits ? (
          <Block title={retired ? t('journeys.restore') : t('journeys.retire')} text={t('journeys.point.retireText')}>
            <StandingButton
              id={point.id}
              retired={retired}
              label={retired ? t('journeys.restore') : t('journeys.retire')}
              said={retired ? t('journeys.point.restored', { name }) : t('journeys.point.retired', { name })}
              offline={t('journeys.offline')}
            />
          </Block>
        ) : null}
      </div>
    </main>
  )
}
