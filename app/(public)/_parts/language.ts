import { type Locale, translator } from '@/lib/i18n'
import { html, type Part } from './html'

/** The same address in the other languages that the page speaks. */
export function otherLanguages(request: Request, locale: Locale, languages: readonly Locale[]): Part {
  const url = new URL(request.url)
  return languages
    .filter((language) => language !== locale)
    .map((language) => {
      url.searchParams.set('lang', language)
      const name = translator(language)('survey.language')
      return html`<a href="${url.pathname}${url.search}" hreflang="${language}" lang="${language}">${name}</a>`
    })
}
