import { optionalActor } from '@/app/_server/actor'
import { letterFor } from '@/lib/followups'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

// What a stranger wrote may stand in a letter: nothing runs, nothing is fetched, only our own page may frame it.
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** The html part of a letter, for the frame on its page. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401, headers })
  try {
    const { html } = await letterFor(actor, (await params).id)
    return new Response(html ?? '', { headers })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code), headers })
  }
}
