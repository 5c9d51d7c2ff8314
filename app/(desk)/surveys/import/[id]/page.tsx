import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { Suspense } from 'react'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { importableSurveys, importById, uploadWaits } from '@/lib/integrations'
import { isRefusal } from '@/lib/kit/refusal'
import { Mapping } from './_parts/mapping'
import { Preview } from './_parts/preview'
import { Reading } from './_parts/reading'
import { Report } from './_parts/report'
import { Running } from './_parts/running'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('imports.title') }
}

/** One import from its columns to its report, by the state it is in. */
export default async function OneImportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!permits(actor, 'responses.import')) forbidden()
  const { id } = await params
  const [its, surveys, house] = await Promise.all([
    importById(actor, id).catch((error: unknown) => (isRefusal(error) ? notFound() : Promise.reject(error))),
    importableSurveys(actor),
    organization(),
  ])
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const editable = its.state === 'uploaded' || its.state === 'failed'
  const crumbs = [
    { label: t('imports.surveys'), href: '/surveys' },
    { label: t('imports.title'), href: '/surveys/import' },
  ]
  return (
    <main>
      <PageHeader
        title={its.fileName}
        note={sizeOf(its.bytes, f)}
        above={<Breadcrumb label={t('imports.above')} items={crumbs} />}
      />
      {editable && !uploadWaits(id) ? (
        <div className="px-4 tablet:px-5">
          <Empty title={t('imports.title')} text={t('refusal.import.fileGone')}>
            <ButtonLink variant="primary" href="/surveys/import">
              {t('imports.another')}
            </ButtonLink>
          </Empty>
        </div>
      ) : editable ? (
        <div className="grid gap-8 px-4 pb-10 tablet:px-5 desk:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
          <Mapping actor={actor} its={its} surveys={surveys} zone={house?.timeZone ?? 'UTC'} />
          <Suspense key={JSON.stringify([its.mapping, its.survey])} fallback={<Reading words={t('imports.reading')} />}>
            <Preview actor={actor} its={its} f={f} />
          </Suspense>
        </div>
      ) : its.state === 'running' ? (
        <Running words={t('imports.running', { done: f.number(its.imported + its.duplicates + its.rejected) })} />
      ) : (
        <Report its={its} t={t} f={f} />
      )}
    </main>
  )
}

const sizeOf = (bytes: number, f: ReturnType<typeof formatter>) =>
  bytes < 2 ** 20 ? `${f.number(Math.ceil(bytes / 1024))} KiB` : `${f.number(bytes / 2 ** 20)} MiB`
