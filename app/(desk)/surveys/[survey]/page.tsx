import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { formatter, isLocale, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { touchpointsBySlug } from '@/lib/journeys'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { dispositionOf, surveyBySlug } from '@/lib/surveys'
import { DispositionTable } from '../_parts/disposition-table'
import { Inviting } from '../_parts/inviting'
import { Links } from '../_parts/links'
import { StatusDeed } from '../_parts/status-deed'
import { StatusBadge } from '../_parts/survey-table'
import { Texts } from '../_parts/texts'

type Props = { params: Promise<{ survey: string }>; searchParams: Promise<{ texts?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('surveys.title') }
}

/** One survey: its links, its texts beside how they read, whom to invite, and what became of the invitations. */
export default async function SurveyPage({ params, searchParams }: Props) {
  const actor = await currentActor()
  if (!permits(actor, 'surveys.edit')) forbidden()
  const { survey: slug } = await params
  const asked = (await searchParams).texts
  const [survey, house, touchpoints] = await Promise.all([
    surveyBySlug(actor, slug).catch((error: unknown) => {
      if (isRefusal(error) && error.code === 'survey.unknown') return notFound()
      throw error
    }),
    organization(),
    touchpointsBySlug(),
  ])
  const t = translator(actor.locale)
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const places = [...touchpoints.values()].filter(({ status }) => status === 'active')
  const view = { survey, locale: actor.locale, t }
  return (
    <main>
      <PageHeader
        above={<Breadcrumb label={t('surveys.title')} items={[{ label: t('surveys.title'), href: '/surveys' }]} />}
        title={named(survey, actor.locale)}
        note={<StatusBadge status={survey.status} t={t} />}
        text={`${t(`surveys.kind.${survey.kind}`)} · ${t('surveys.version', { version: survey.version })}`}
      >
        <StatusDeed survey={survey} t={t} />
      </PageHeader>
      <div className="grid gap-10 px-4 pt-3 pb-10 tablet:px-5">
        {survey.kind === 'recovery' ? null : <Links {...view} touchpoints={places} />}
        <Texts {...view} organization={house?.name ?? ''} language={isLocale(asked) ? asked : actor.locale} />
        <Inviting {...view} touchpoints={places} />
        <DispositionTable disposition={await dispositionOf(actor, slug, now())} f={f} t={t} />
      </div>
    </main>
  )
}
