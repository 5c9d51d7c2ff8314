import { optionalActor } from '@/app/_server/actor'
import { shown } from '@/app/_server/answer'
import { DraftInput, saveDraft } from '@/lib/desk'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { ticketIdOf } from '@/lib/tickets'

const most = 200_000

/**
 * Keeps what somebody writes on a ticket while they write it. A route and no server action: those come one after the other
 * and draw the page anew, and a draft must wait for neither.
 */
export async function POST(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  try {
    const id = await ticketIdOf(actor, Number((await params).number))
    const body = await request.text()
    const input = DraftInput.safeParse(body.length > most ? null : parsed(body))
    if (!input.success) return new Response(null, { status: 422 })
    return Response.json(await saveDraft(actor, id, input.data, now()), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { status, message } = shown(error, actor.locale)
    return Response.json({ message }, { status })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
