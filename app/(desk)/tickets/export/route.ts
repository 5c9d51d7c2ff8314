import { optionalActor } from '@/app/_server/actor'
import { formatter, translator } from '@/lib/i18n'
import { organization, permits } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { type QueueRow, queuePage, rowsOf, sees, ticketById } from '@/lib/tickets'
import { readAddress } from '../_parts/queue-address'
import { askOf } from '../_parts/queue-ask'
import { queueCsv } from '../_parts/queue-csv'

const page = 200
const most = 10_000
const mostChosen = 500

/** The tickets of a selection (`ids`) or of a whole view (`view`, `q`) as CSV: at most 10,000, and only those that the person sees. */
export async function GET(request: Request) {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!permits(actor, 'tickets.read')) return new Response(null, { status: 403 })
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const at = now()
  const house = await organization()
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const ids = search.ids?.split(',').slice(0, mostChosen)
  const rows = ids ? await chosen(actor, ids, at) : await matching(actor, search, at)
  return new Response(queueCsv(rows, translator(actor.locale), f), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="lazo-${f.calendarDay(at)}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

async function chosen(actor: UserActor, ids: string[], at: Date): Promise<QueueRow[]> {
  const rows = await rowsOf([...new Set(ids)], at, actor)
  const seen = await Promise.all(
    rows.map((row) => sees(actor, row.team?.id ?? '', []) || helpedWith(actor, row.id, at)),
  )
  return rows.filter((_, place) => seen[place])
}

// Another team's ticket that one's own helps with, which a row does not tell.
async function helpedWith(actor: UserActor, id: string, at: Date): Promise<boolean> {
  try {
    return Boolean(await ticketById(actor, id, at))
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

async function matching(actor: UserActor, search: Record<string, string>, at: Date): Promise<QueueRow[]> {
  const ask = askOf({ ...readAddress(search), group: null, cursor: null })
  const rows: QueueRow[] = []
  for (let cursor: string | undefined; rows.length < most; ) {
    const { data, nextCursor } = await queuePage(actor, { ...ask, cursor, limit: page }, at)
    rows.push(...data)
    if (!nextCursor) break
    cursor = nextCursor
  }
  return rows
}
