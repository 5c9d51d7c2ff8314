import { locales, negotiate, translator } from '@/lib/i18n'
import { log } from '@/lib/kit/log'
import { says } from './says'
import { sheet } from './sheet'

/** A customer's page, or, when it cannot be made just now, one that says so in their language and asks them to come back. */
export async function guarded(request: Request, page: () => Promise<Response>): Promise<Response> {
  try {
    return await page()
  } catch (error) {
    log().error({ err: error }, "a customer's page failed")
    const asked = new URL(request.url).searchParams.get('lang')
    const locale = locales.find((one) => one === asked) ?? negotiate(request.headers.get('accept-language'))
    const t = translator(locale)
    const title = t('survey.state.unavailable.title')
    const body = says(title, t('survey.state.unavailable.text'))
    return sheet(request, { locale, title, brand: null, body, shows: 'unavailable', status: 503 })
  }
}
