import { guarded } from '@/app/(public)/_parts/guarded'
import { html } from '@/app/(public)/_parts/html'
import { otherLanguages } from '@/app/(public)/_parts/language'
import { says } from '@/app/(public)/_parts/says'
import { privacy, sheet } from '@/app/(public)/_parts/sheet'
import { unsubscribePage } from '@/lib/customers'
import { isLocale, locales, negotiate, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'

export const dynamic = 'force-dynamic'

type Address = { params: Promise<{ token: string }> }

/** Where a customer says that they want no more surveys: one button. To look at it changes nothing; the POST is lib/doors'. */
export const GET = (request: Request, { params }: Address): Promise<Response> =>
  guarded(request, async () => {
    const { token } = await params
    const [person, house] = await Promise.all([unsubscribePage(token), organization()])
    const asked = new URL(request.url).searchParams
    const fallback = isLocale(house?.locale) ? house.locale : 'es'
    const wished = [asked.get('lang'), person?.language].find(isLocale)
    const locale = wished ?? negotiate(request.headers.get('accept-language'), fallback)
    const t = translator(locale)
    const common = { locale, aside: otherLanguages(request, locale, locales) }
    if (!person || !house) {
      const title = t('survey.state.unknown.title')
      const body = says(title, t('survey.state.unknown.text'))
      return sheet(request, { ...common, brand: null, title, body, shows: 'unknown', status: 404 })
    }
    const button = (intent: string, words: string, first: boolean) =>
      html`<form method="post" class="act"><input type="hidden" name="intent" value="${intent}"><input type="hidden" name="lang" value="${locale}"><button class="btn${first ? ' first' : ''}" type="submit">${words}</button></form>`
    const undone = asked.has('undone') && !person.optedOut
    const state = person.optedOut ? 'done' : undone ? 'undone' : 'title'
    const title = t(`survey.unsubscribe.${state}`)
    const body = person.optedOut
      ? says(title, t('survey.unsubscribe.doneText'), button('undo', t('survey.unsubscribe.undo'), false))
      : says(
          title,
          undone ? t('survey.unsubscribe.undoneText') : t('survey.unsubscribe.text', { organization: house.name }),
          button('stop', t('survey.unsubscribe.button'), !undone),
        )
    return sheet(request, {
      ...common,
      brand: house.name,
      title,
      body,
      shows: person.optedOut ? 'stopped' : 'stop',
      foot: privacy(locale, house.name),
    })
  })
