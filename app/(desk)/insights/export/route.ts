import { optionalActor } from '@/app/_server/actor'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { board, boardChoices, mayReadFigures } from '@/lib/insights'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { named } from '@/lib/kit/text'
import { filterOf, readAddress } from '../_parts/address'
import { boardCsv } from '../_parts/csv'

/** The board as a CSV file: exactly what this reader's page shows under the same address, definitions first. */
export async function GET(request: Request): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!mayReadFigures(actor)) return new Response(null, { status: 403 })
  const at = now()
  const house = await organization()
  const zone = house?.timeZone ?? 'UTC'
  const address = readAddress(Object.fromEntries(new URL(request.url).searchParams), at, zone)
  try {
    const [figures, choices] = await Promise.all([board(actor, filterOf(address), at), boardChoices(actor)])
    const t = translator(actor.locale)
    const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
    const name = (thing: { name: string; names: Record<string, string> }) => named(thing, actor.locale)
    const { from, to } = address.period
    return new Response(boardCsv(figures, address, { actor, t, f, at, zone, name, day: (day) => day }, choices), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${t('board.csv.file')}-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: statusOf(error.code) })
    throw error
  }
}
