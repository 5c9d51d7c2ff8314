import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/actor'
import { ButtonLink } from '@/app/_ui/button'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { touchpointsBySlug } from '@/lib/journeys'
import { listSurveys } from '@/lib/surveys'
import { CreateForm } from './_parts/create-form'
import { SurveyTable } from './_parts/survey-table'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('surveys.title') }
}

/** What is asked, and how many answered. */
export default async function SurveysPage() {
  const actor = await currentActor()
  const t = translator(actor.locale)
  const edits = permits(actor, 'surveys.edit')
  const [surveys, house, touchpoints] = await Promise.all([
    listSurveys(actor),
    organization(),
    edits ? touchpointsBySlug() : null,
  ])
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  return (
    <main>
      <PageHeader title={t('surveys.title')} text={t('surveys.text')}>
        {permits(actor, 'responses.import') ? (
          <ButtonLink href="/surveys/import">{t('surveys.import')}</ButtonLink>
        ) : null}
        {touchpoints ? (
          <DialogButton
            variant="primary"
            label={t('surveys.new')}
            title={t('surveys.new')}
            closeLabel={t('common.close')}
          >
            <CreateForm touchpoints={[...touchpoints.values()]} locale={actor.locale} t={t} />
          </DialogButton>
        ) : null}
      </PageHeader>
      {edits ? null : <p className="px-4 pb-3 text-13 text-2 tablet:px-5">{t('surveys.readOnly')}</p>}
      {surveys.length === 0 ? (
        <Empty title={t('surveys.empty.title')} text={t('surveys.empty.text')} />
      ) : (
        <SurveyTable surveys={surveys} linked={edits} locale={actor.locale} f={f} t={t} />
      )}
    </main>
  )
}
