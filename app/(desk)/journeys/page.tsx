import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { currentActor } from '@/app/_server/actor'
import { Badge } from '@/app/_ui/badge'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import { permits } from '@/lib/identity/shared'
import { journeyList, journeyTree } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { NewJourney } from './_parts/new-journey'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('journeys.title') }
}

/** The journeys of the house. */
export default async function JourneysPage() {
  const actor = await currentActor()
  const { locale } = actor
  const t = translator(locale)
  const edits = permits(actor, 'journeys.edit')
  const all = await journeyList(actor, { retired: edits })
  const trees = await Promise.all(all.map((journey) => journeyTree(actor, journey.slug)))
  return (
    <main>
      <PageHeader title={t('journeys.title')} text={edits ? t('journeys.text') : t('journeys.readOnly')}>
        {edits ? <NewJourney locale={locale} primary /> : null}
      </PageHeader>
      {all.length === 0 ? (
        <div className="px-4 tablet:px-5">
          <Empty title={t('journeys.none')} text={t('journeys.noneText')} />
        </div>
      ) : (
        <ul className="border-line border-t">
          {all.map((journey, at) => {
            const stages = trees[at]?.stages ?? []
            return (
              <li key={journey.id} className="border-line border-b">
                <Link
                  href={`/journeys/${journey.slug}`}
                  className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover tablet:px-5"
                >
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-2 font-medium">
                      {named(journey, locale)} {journey.retiredAt ? <Badge>{t('journeys.retired')}</Badge> : null}
                    </span>
                    <span className="num block text-13 text-3">
                      {t('journeys.count', {
                        stages: stages.length,
                        touchpoints: stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0),
                      })}
                    </span>
                  </span>
                  <ChevronRight className="i text-3" aria-hidden="true" />
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </main>
  )
}
