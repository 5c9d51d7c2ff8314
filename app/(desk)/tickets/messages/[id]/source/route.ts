import { optionalActor } from '@/app/_server/actor'
import { dispositionOf, messageSource, unmatchedSource } from '@/lib/followups'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

const headers = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

/**
 * A message as it came or left, byte for byte, to be saved; with `?part=headers` only its headers, to be read. The id is a
 * message's, or that of a mail that waits for a ticket.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401, headers })
  try {
    const { id } = await params
    const { name, bytes } = await (id.startsWith('inb_') ? unmatchedSource : messageSource)(actor, id)
    const only = new URL(request.url).searchParams.get('part') === 'headers'
    return new Response(new Uint8Array(only ? headersOf(bytes) : bytes), {
      headers: {
        ...headers,
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': only ? 'inline' : dispositionOf(name),
      },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return new Response(null, { status: statusOf(error.code), headers })
  }
}

const most = 64 * 1024

/** Up to the first empty line. */
function headersOf(bytes: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => bytes.indexOf(end)).filter((at) => at >= 0)
  return bytes.subarray(0, Math.min(most, ...ends))
}
