import type { Actor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import type { QueueAsk } from '@/lib/tickets'
import { type View, views } from '@/lib/tickets/shared'

/** What a view and a question in the queue's grammar ask of the queue. Refuses `view.unknown`. */
export async function askFor(_actor: Actor, { view, q }: { view: string; q: string }): Promise<QueueAsk> {
  const known = views.find((one) => one === view) as View | undefined
  if (!known) return refuse('view.unknown')
  return { view: known, filters: q.trim() ? { q } : {} }
}
