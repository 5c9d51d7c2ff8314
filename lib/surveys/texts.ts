import { z } from 'zod'
import { type Locale, locales, translator } from '@/lib/i18n'

/** The texts of a survey that people may write themselves; what they leave out is the house's own. */
export const textKeys = [
  'question',
  'low',
  'high',
  'detractor',
  'passive',
  'promoter',
  'thanks',
  'subject',
  'greeting',
] as const
export type TextKey = (typeof textKeys)[number]
/** A survey's texts in one language, complete. */
export type SurveyTexts = Record<TextKey, string>
/** The texts as they are stored: by language, only those that people wrote. */
export type OwnTexts = Record<string, Partial<Record<TextKey, string>>>

const line = z.string().trim().max(300)

/** What may be written: texts by language; an empty one means the house's own. */
export const OwnTexts = z.partialRecord(z.enum(locales), z.partialRecord(z.enum(textKeys), line))

/** The house's own texts of one kind of survey, in one language. */
export function houseTexts(kind: string, organization: string, locale: Locale): SurveyTexts {
  const t = translator(locale)
  const asked = kind === 'recovery' ? 'again' : 'first'
  return {
    question: t(`survey.house.${asked}.question`, { organization }),
    low: t('survey.house.low'),
    high: t('survey.house.high'),
    detractor: t(`survey.house.${asked}.detractor`),
    passive: t(`survey.house.${asked}.passive`),
    promoter: t(`survey.house.${asked}.promoter`),
    thanks: t('survey.house.thanks'),
    subject: t(`survey.house.${asked}.subject`, { organization }),
    greeting: t(`survey.house.${asked}.greeting`, { organization }),
  }
}

/** The texts that a customer reads: the people's own where they wrote any, the house's elsewhere. `{organization}` stands for its name. */
export function textsFor(survey: { kind: string; texts: OwnTexts }, organization: string, locale: Locale): SurveyTexts {
  const texts = houseTexts(survey.kind, organization, locale)
  for (const key of textKeys) {
    const own = survey.texts[locale]?.[key]?.trim()
    if (own) texts[key] = own.replaceAll('{organization}', organization)
  }
  return texts
}

/** Only what people wrote: languages and texts that are empty fall away. */
export function tidyTexts(texts: OwnTexts): OwnTexts {
  const tidy: OwnTexts = {}
  for (const [language, own] of Object.entries(texts)) {
    const written = Object.entries(own ?? {}).flatMap(([key, text]) => (text?.trim() ? [[key, text.trim()]] : []))
    if (written.length > 0) tidy[language] = Object.fromEntries(written)
  }
  return tidy
}
