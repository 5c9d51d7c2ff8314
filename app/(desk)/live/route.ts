import { z } from 'zod'
import { optionalActor, requestSid } from '@/app/_server/actor'
import { openLive, seenAt } from '@/lib/desk'
import { doings } from '@/lib/desk/shared'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

/** What happens on the desk, told while it happens: tickets, presence, counts, notices, runs. */
export async function GET(): Promise<Response> {
  const sid = await requestSid()
  if (!sid) return new Response(null, { status: 401 })
  try {
    const stream = await openLive(sid, now())
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: statusOf(error.code) })
    throw error
  }
}

const Here = z.strictObject({ ticket: z.string().max(64), doing: z.enum(doings).nullable() })

/** Somebody is at a ticket, or has left it. A route, so that a page that closes can still say so. */
export async function POST(request: Request): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  const text = await request.text()
  const here = Here.safeParse(text.length > 500 ? null : parsed(text))
  if (!here.success) return new Response(null, { status: 422 })
  await seenAt(actor, here.data, now())
  return new Response(null, { status: 204 })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
