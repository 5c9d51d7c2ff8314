import { optionalActor } from '@/app/_server/actor'
import { messageHtml, unmatchedHtml } from '@/lib/followups'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
}
const closed = { ...headers, 'content-security-policy': "sandbox; default-src 'none'" }

/**
 * What somebody sent as HTML, made harmless, for the frame on its page; `?images=1` lets remote pictures in. The id is a
 * message's, or that of a mail that waits for a ticket. How many pictures were left out stands in `x-lazo-blocked`.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401, headers: closed })
  try {
    const { id } = await params
    const images = new URL(request.url).searchParams.get('images') === '1'
    const { html, blocked, policy } = await (id.startsWith('inb_') ? unmatchedHtml : messageHtml)(actor, id, { images })
    return new Response(html, {
      headers: { ...headers, 'content-security-policy': policy, 'x-lazo-blocked': String(blocked) },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code), headers: closed })
  }
}
