/** The languages that the interface, the letters and the customers' pages speak. */
export const locales = ['es', 'en'] as const
export type Locale = (typeof locales)[number]

/** Whether a text names a language that we speak. */
export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text)

/**
 * The language to answer in, from an Accept-Language header (RFC 9110, 12.5.4): the best quality wins, a region is ignored
 * ("es-AR" is "es"), `fallback` when none of ours is asked for.
 */
export function negotiate(acceptLanguage: string | null | undefined, fallback: Locale = 'es'): Locale {
  const asked = (acceptLanguage ?? '').split(',').map(range)
  const ours = asked.filter((one) => isLocale(one.language) && one.quality > 0)
  const best = ours.sort((a, b) => b.quality - a.quality)[0]?.language
  return isLocale(best) ? best : fallback
}

function range(text: string) {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';')
  const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
  return { language: tag.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) || 0 : 1 }
}
