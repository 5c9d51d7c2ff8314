import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { shown } from '@/app/_server/answer'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { importableSurveys, largestUpload, listImports } from '@/lib/integrations'
import { Refusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { PastImports } from './_parts/past-imports'
import { UploadForm } from './_parts/upload-form'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('imports.title') }
}

type Search = { searchParams: Promise<{ problem?: string; line?: string; survey?: string }> }

/** Choose a file and the survey it answers; what was imported before. */
export default async function ImportPage({ searchParams }: Search) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!permits(actor, 'responses.import')) forbidden()
  const [surveys, past, house, given] = await Promise.all([
    importableSurveys(actor),
    listImports(actor),
    organization(),
    searchParams,
  ])
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const options = surveys.map((survey) => ({ value: survey.slug, label: named(survey, actor.locale) }))
  return (
    <main>
      <PageHeader
        title={t('imports.title')}
        text={t('imports.text')}
        above={<Breadcrumb label={t('imports.above')} items={[{ label: t('imports.surveys'), href: '/surveys' }]} />}
      />
      {/^[a-z]+\.[A-Za-z]+$/.test(given.problem ?? '') ? (
        <Notice kind="error">{sentence(given, actor.locale)}</Notice>
      ) : null}
      <UploadForm
        surveys={options}
        most={largestUpload}
        words={{
          survey: t('imports.survey'),
          file: t('imports.file'),
          fileHint: t('imports.fileHint'),
          upload: t('imports.upload'),
          uploading: t('imports.uploading', { share: '{share}' }),
          noFile: t('refusal.import.noFile'),
          tooLarge: t('refusal.import.tooLarge'),
          offline: t('imports.offline'),
        }}
      />
      <PastImports past={past} locale={actor.locale} t={t} f={f} />
    </main>
  )
}

const sentence = ({ problem = '', line = '' }: { problem?: string; line?: string }, locale: 'es' | 'en') =>
  shown(new Refusal(problem, { line: Number(line) || 1 }), locale).message
