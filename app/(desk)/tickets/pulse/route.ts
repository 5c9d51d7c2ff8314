import { optionalActor } from '@/app/_server/actor'
import { permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { queuePage } from '@/lib/tickets'
import { readAddress } from '../_parts/queue-address'
import { askOf } from '../_parts/queue-ask'

const most = 20

/**
 * Whether the house answers, and how many tickets have come into a view since it was shown (`since`, epoch milliseconds); at
 * most 20 are counted.
 */
export async function GET(request: Request) {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!permits(actor, 'tickets.read')) return new Response(null, { status: 403 })
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const since = Number(search.since)
  if (!Number.isFinite(since)) return new Response(null, { status: 400 })
  const ask = askOf({ ...readAddress(search), sort: 'newest', group: null, cursor: null })
  const { data } = await queuePage(actor, { ...ask, limit: most }, now())
  const fresh = data.filter((row) => row.createdAt.getTime() > since).length
  return Response.json({ fresh }, { headers: { 'cache-control': 'no-store' } })
}
