import { guarded } from '@/app/(public)/_parts/guarded'
import { sheet } from '@/app/(public)/_parts/sheet'
import { surveySheet } from '@/app/(public)/_parts/survey-page'
import { heldForm, surveyDoor } from '@/lib/doors'
import { now } from '@/lib/kit/clock'
import { randomToken } from '@/lib/kit/seal'

export const dynamic = 'force-dynamic'

type Address = { params: Promise<{ survey: string; token?: string[] }> }

/**
 * A survey for the person who answers it: by open or personal link, its thanks, a change of the answer. Looks only; what
 * the person sends comes as a POST to the same address and is answered before this (lib/doors).
 */
export const GET = (request: Request, { params }: Address): Promise<Response> =>
  guarded(request, async () => {
    const { survey, token } = await params
    const held = heldForm(request.headers.get('x-lazo-form'))
    const asked = new URL(request.url).searchParams
    const typed = (name: string) => held?.values[name]?.[0] ?? asked.get(name)
    const at = now()
    const door = await surveyDoor(
      {
        slug: survey,
        token: token?.join('/') ?? null,
        touchpoint: typed('touchpoint'),
        language: typed('lang'),
        acceptLanguage: request.headers.get('accept-language'),
        answer: typed('c'),
      },
      at,
    )
    const once = held?.values.once?.[0] ?? randomToken()
    return sheet(request, surveySheet({ request, door, held, once, now: at }))
  })
