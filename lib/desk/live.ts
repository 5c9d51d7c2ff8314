import { actorBehind } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { join, part } from './live-hub'
import { openLine } from './live-line'

/**
 * A stream (server-sent events, see `LiveEvents`) of what happens on the desk, as far as the session's person may see it;
 * never a customer's words. It ends within five seconds of the session's end or the loss of the right, and does not keep
 * the session awake. Refuses `identity.unauthenticated`, `identity.forbidden`.
 */
export async function openLive(sid: string, now: Date): Promise<ReadableStream<Uint8Array>> {
  const actor = await actorBehind(sid, now)
  if (!actor) return refuse('identity.unauthenticated')
  if (!permits(actor, 'tickets.read')) return refuse('identity.forbidden', { permission: 'tickets.read' })
  const { line, stream } = openLine(sid, actor, now.getTime(), part)
  join(line)
  return stream
}
