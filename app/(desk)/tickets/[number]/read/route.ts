import { optionalActor } from '@/app/_server/actor'
import { seeNotices } from '@/lib/desk'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { markRead, ticketIdOf } from '@/lib/tickets'

/** The reader has looked at a ticket: it is read, and so are their notices about it. Opening it changes nothing. */
export async function POST(_: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  try {
    const id = await ticketIdOf(actor, Number((await params).number))
    await markRead(actor, id, now())
    await seeNotices(actor, { ticket: id }, now())
    return new Response(null, { status: 204 })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code) })
  }
}
