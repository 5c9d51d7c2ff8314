import type { Actor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import type { QueueAsk } from '@/lib/tickets'
import { askOfView } from './view-ask'

/**
 * What a view and a question in the queue's grammar ask of the queue, oldest first, since that order does not move while it
 * is read. A question that is not understood whole changes nothing: `bulk.unclear`. Refuses `view.unknown`.
 */
export async function askFor(actor: Actor, which: { view: string; q: string }): Promise<QueueAsk> {
  const { ask, problems } = await askOfView(actor, which)
  if (problems.length > 0) refuse('bulk.unclear', { word: problems[0]?.word ?? '' })
  return { ...ask, sort: 'oldest', group: 'due' }
}
