import { optionalActor } from '@/app/_server/actor'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { activityCsv, ticketIdOf } from '@/lib/tickets'

/** Everything that happened to a ticket as a CSV file. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  try {
    const number = Number((await params).number)
    const csv = await activityCsv(actor, await ticketIdOf(actor, number))
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="lazo-${number}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code) })
  }
}
