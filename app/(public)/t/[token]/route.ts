import { caseSheet } from '@/app/(public)/_parts/case-page'
import { guarded } from '@/app/(public)/_parts/guarded'
import { otherLanguages } from '@/app/(public)/_parts/language'
import { says } from '@/app/(public)/_parts/says'
import { sheet } from '@/app/(public)/_parts/sheet'
import { caseDoor, heldForm } from '@/lib/doors'
import { isLocale, locales, negotiate, translator } from '@/lib/i18n'
import { now } from '@/lib/kit/clock'

export const dynamic = 'force-dynamic'

type Address = { params: Promise<{ token: string }> }

/** A customer's own page for their case. Looks only: messages and "not solved" come as POSTs and are answered by lib/doors. */
export const GET = (request: Request, { params }: Address): Promise<Response> =>
  guarded(request, async () => {
    const { token } = await params
    const held = heldForm(request.headers.get('x-lazo-form'))
    const at = now()
    const door = await caseDoor(token, at)
    if (door) return sheet(request, caseSheet({ request, door, held, now: at }))
    const asked = new URL(request.url).searchParams.get('lang')
    const locale = isLocale(asked) ? asked : negotiate(request.headers.get('accept-language'))
    const t = translator(locale)
    const title = t('case.gone.title')
    return sheet(request, {
      locale,
      title,
      brand: null,
      aside: otherLanguages(request, locale, locales),
      body: says(title, t('case.gone.text')),
      shows: 'unknown',
      status: 404,
    })
  })
