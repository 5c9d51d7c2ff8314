import { optionalActor } from '@/app/_server/actor'
import { attachmentFor, dispositionOf } from '@/lib/followups'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

// A stranger may have sent it: it is saved, never shown; nothing in it runs under our name.
const headers = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

/** A file of a ticket, to be saved. Whoever may not see the ticket finds nothing. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401, headers })
  try {
    const { name, mediaType, bytes } = await attachmentFor(actor, (await params).id)
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        'content-type': mediaType,
        'content-length': String(bytes.byteLength),
        'content-disposition': dispositionOf(name),
      },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code), headers })
  }
}
