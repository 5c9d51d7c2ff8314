import { Notice } from '@/app/_ui/notice'
import type { Locale, Translate } from '@/lib/i18n'
import type { Touchpoint } from '@/lib/journeys'
import { env } from '@/lib/kit/env'
import { named } from '@/lib/kit/text'
import { openLink, type SurveyDetail } from '@/lib/surveys'
import { CopyField } from './copy-field'

type Props = { survey: SurveyDetail; touchpoints: Touchpoint[]; locale: Locale; t: Translate }

/** The links to share: the open one, one for each touchpoint, and the line for a website. */
export function Links({ survey, touchpoints, locale, t }: Props) {
  const words = { copy: t('surveys.links.copy'), copied: t('surveys.links.copied') }
  const field = (name: string, text: string) => (
    <CopyField key={name} label={name} text={text} name={t('surveys.links.copyOf', { name })} words={words} />
  )
  return (
    <section className="grid max-w-3xl gap-4">
      <div className="grid gap-1">
        <h2 className="sec">{t('surveys.links.title')}</h2>
        <p className="text-13 text-2">{t('surveys.links.text')}</p>
      </div>
      {survey.status === 'live' ? null : <Notice>{t('surveys.links.draft')}</Notice>}
      {field(t('surveys.links.open'), openLink(survey.slug))}
      {field(t('surveys.links.embed'), `<script async src="${env().baseUrl}/embed/${survey.slug}.js"></script>`)}
      {touchpoints.length > 0 ? (
        <details>
          <summary className="py-1 font-medium text-13">{t('surveys.links.perTouchpoint')}</summary>
          <div className="grid gap-4 pt-3">
            {touchpoints.map((place) => field(named(place, locale), openLink(survey.slug, place.slug)))}
          </div>
        </details>
      ) : null}
    </section>
  )
}
