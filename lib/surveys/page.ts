import { isLocale, type Locale, locales, negotiate } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { type Cause, reasonsFor } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { findSurvey, findTouchpoint } from './find'
import type { SurveyRow } from './survey'
import { type OwnTexts, type SurveyTexts, textsFor } from './texts'

/** One reason that may be chosen. */
export type Reason = { slug: string; name: string }

/** Everything a customer's page shows of a survey, in one language. */
export type SurveyPage = {
  survey: Pick<SurveyRow, 'id' | 'slug' | 'name' | 'kind' | 'status'>
  organization: { name: string; country: string; timeZone: string; contactDefault: boolean }
  locale: Locale
  /** The languages it can be read in, `locale` among them. */
  languages: Locale[]
  texts: SurveyTexts
  touchpoint: { slug: string; name: string } | null
  /** Detractors' (passives see these too) and promoters', in the touchpoint's order. */
  reasons: { detractor: Reason[]; promoter: Reason[] }
}

/**
 * A survey as its page shows it, whatever its status; null when there is none. The touchpoint is the link's own if it is
 * active, else the invitation's or the survey's. `language` wins over `acceptLanguage`; what the survey does not speak falls back.
 */
export async function surveyForPage(
  slug: string,
  asked: {
    touchpoint?: string | null
    touchpointId?: string | null
    language?: string | null
    acceptLanguage?: string | null
  },
): Promise<SurveyPage | null> {
  const [survey, house] = await Promise.all([findSurvey(slug), organization()])
  if (!survey || !house) return null
  const spoken = locales.filter((locale) => survey.languages.includes(locale))
  const fallback = isLocale(house.locale) ? house.locale : 'es'
  const languages = spoken.length > 0 ? spoken : [fallback]
  const language = isLocale(asked.language) ? asked.language : negotiate(asked.acceptLanguage, fallback)
  const locale = languages.includes(language) ? language : (languages[0] ?? fallback)
  const touchpoint =
    (asked.touchpoint && (await findTouchpoint({ slug: asked.touchpoint }))) ||
    (await byId(asked.touchpointId ?? survey.touchpointId))
  return {
    survey,
    organization: house,
    locale,
    languages,
    texts: textsFor({ kind: survey.kind, texts: survey.texts as OwnTexts }, house.name, locale),
    touchpoint: touchpoint ? { slug: touchpoint.slug, name: named(touchpoint, locale) } : null,
    reasons: await reasonsOffered(survey.kind === 'recovery' ? null : (touchpoint?.id ?? null), locale),
  }
}

const byId = async (id: string | null) => (id ? findTouchpoint({ id }) : null)

async function reasonsOffered(touchpointId: string | null, locale: Locale): Promise<SurveyPage['reasons']> {
  if (!touchpointId) return { detractor: [], promoter: [] }
  const [detractor, promoter] = await Promise.all([
    reasonsFor(touchpointId, 'detractor'),
    reasonsFor(touchpointId, 'promoter'),
  ])
  const shown = (cause: Cause): Reason => ({ slug: cause.slug, name: named(cause, locale) })
  return { detractor: detractor.map(shown), promoter: promoter.map(shown) }
}
