import { type Locale, translator } from '@/lib/i18n'
import { env } from '@/lib/kit/env'
import { sealToken } from '@/lib/kit/seal'

/** Where anybody may answer a survey, at one touchpoint if named. */
export const openLink = (slug: string, touchpoint?: string | null): string =>
  `${env().baseUrl}/s/${slug}${touchpoint ? `?touchpoint=${touchpoint}` : ''}`

/** Where the one who was invited answers. */
export const personalLink = (slug: string, invitationId: string): string =>
  `${env().baseUrl}/s/${slug}/${sealToken('survey', invitationId)}`

/** Where a customer says that they want no more surveys; also takes the one-click POST of RFC 8058. */
export const unsubscribeLink = (customerId: string): string =>
  `${env().baseUrl}/u/${sealToken('unsubscribe', customerId)}`

/** The eleven links of a letter, 0 to 10: each opens the page with that score chosen, and stores nothing. */
export function scoreLinks(slug: string, invitationId: string, locale: Locale) {
  const t = translator(locale)
  const link = personalLink(slug, invitationId)
  return Array.from({ length: 11 }, (_, score) => ({
    score,
    label: t('survey.score', { score }),
    url: `${link}?score=${score}`,
  }))
}
