import type { Locale, Translate } from '@/lib/i18n'
import type { Touchpoint } from '@/lib/journeys'
import type { SurveyDetail } from '@/lib/surveys'
import { TouchpointField } from './create-form'
import { InviteForm } from './invite-form'

type Props = { survey: SurveyDetail; touchpoints: Touchpoint[]; locale: Locale; t: Translate }

/** Inviting by a pasted list; a recovery survey says instead how it goes out by itself. */
export function Inviting({ survey, touchpoints, locale, t }: Props) {
  const recovers = survey.kind === 'recovery'
  const text = recovers ? 'recovery' : survey.status === 'live' ? 'text' : 'notLive'
  return (
    <section className="grid max-w-3xl gap-4">
      <div className="grid gap-1">
        <h2 className="sec">{t('surveys.invite.title')}</h2>
        <p className="text-13 text-2">{t(`surveys.invite.${text}`)}</p>
      </div>
      {text === 'text' ? (
        <InviteForm
          survey={survey.slug}
          words={{
            list: t('surveys.invite.list'),
            example: t('surveys.invite.example'),
            button: t('surveys.invite.button'),
            busy: t('surveys.invite.busy'),
            offline: t('surveys.offline'),
          }}
        >
          <TouchpointField
            touchpoints={touchpoints}
            locale={locale}
            t={t}
            label={t('surveys.invite.touchpoint')}
            none={t('surveys.invite.noTouchpoint')}
            chosen={survey.touchpoint}
          />
        </InviteForm>
      ) : null}
    </section>
  )
}
