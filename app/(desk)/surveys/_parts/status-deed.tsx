import { buttonClass } from '@/app/_ui/button'
import type { Translate } from '@/lib/i18n'
import type { SurveyDetail } from '@/lib/surveys'
import { DeedButton, DeedForm } from '../../rules/_parts/deed-form'
import { close, open } from '../actions'

/** Opens or closes a survey, whichever comes next, and shows its page. */
export function StatusDeed({ survey, t }: { survey: SurveyDetail; t: Translate }) {
  const live = survey.status === 'live'
  const words = live ? 'close' : 'open'
  return (
    <>
      {live && survey.kind !== 'recovery' ? (
        <a className={buttonClass({})} href={`/s/${survey.slug}`} target="_blank" rel="noreferrer">
          {t('surveys.see')}
        </a>
      ) : null}
      <DeedForm deed={live ? close : open} done={t(`surveys.${words}.done`)} offline={t('surveys.offline')}>
        <input type="hidden" name="survey" value={survey.slug} />
        <DeedButton variant={live ? 'default' : 'primary'} busy={t(`surveys.${words}.busy`)}>
          {t(`surveys.${words}.button`)}
        </DeedButton>
      </DeedForm>
    </>
  )
}
