import { optionalActor } from '@/app/_server/actor'
import { shown } from '@/app/_server/answer'
import { attach, detach } from '@/lib/followups'
import { formatter } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { ticketIdOf } from '@/lib/tickets'
import { sizeOf } from '../../_parts/attachment-size'

type Place = { params: Promise<{ number: string }> }

const most = 20 * 1024 * 1024

/** Keeps a file for the reply that is being written: its bytes are the body, its name stands in the address. */
export const POST = (request: Request, { params }: Place): Promise<Response> =>
  answered(async (actor) => {
    const id = await ticketIdOf(actor, Number((await params).number))
    const name = new URL(request.url).searchParams.get('name') ?? ''
    const file = await attach(actor, id, { name, bytes: await bytesOf(request) }, now())
    const house = await organization()
    const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
    return Response.json({ id: file.id, name: file.name, size: sizeOf(file.size, f) })
  })

/** Takes a file back that is on no message yet. */
export const DELETE = (request: Request): Promise<Response> =>
  answered(async (actor) => {
    await detach(actor, new URL(request.url).searchParams.get('id') ?? '')
    return new Response(null, { status: 204 })
  })

async function answered(run: (actor: UserActor) => Promise<Response>): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  try {
    return await run(actor)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { status, message } = shown(error, actor.locale)
    return Response.json({ message }, { status })
  }
}

// A body may lie about its length, so it is counted as it comes.
async function bytesOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > most) refuse('attachment.tooLarge', { most })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
