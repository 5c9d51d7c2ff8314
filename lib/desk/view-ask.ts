import { type Actor, permits } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { type Count, countedViews, countsOf, type QueueAsk } from '@/lib/tickets'
import { type Problem, parseQuery, type Query, views } from '@/lib/tickets/shared'
import { type SavedView, viewById, viewsFor } from './views'

/** A view and a question as an address carries them, understood. */
export type Asked = {
  /** Ready for the queue: page, counts, groups, neighbours. */
  ask: Pick<QueueAsk, 'view' | 'base' | 'query' | 'sort' | 'group'>
  /** What was typed, as it was understood. */
  query: Query
  problems: Problem[]
  /** Null for a view of the house. */
  saved: SavedView | null
}

/** What a view (of the house or `vie_…`) and a question in the grammar ask of the queue. Refuses `view.unknown`. */
export async function askOfView(actor: Actor, { view, q = '' }: { view: string; q?: string }): Promise<Asked> {
  const { query, problems } = parseQuery(q)
  const known = views.find((one) => one === view)
  if (known) return { ask: { view: known, query }, query, problems, saved: null }
  const saved = view.startsWith('vie_') ? await viewById(actor, view) : refuse('view.unknown')
  const base = parseQuery(saved.query).query
  return { ask: { view: 'all', base, query, sort: saved.sort, group: saved.grouping }, query, problems, saved }
}

/** How many tickets stand in each view of the house and each saved one that the actor has, by its name or id; each at most 100. */
export async function viewCounts(actor: Actor, now: Date): Promise<Record<string, Count>> {
  if (!permits(actor, 'tickets.read')) return {}
  const saved = await viewsFor(actor)
  const asks = {
    ...Object.fromEntries(countedViews.map((view) => [view, { view }])),
    ...Object.fromEntries(saved.map(({ id, query }) => [id, { query: parseQuery(query).query }])),
  }
  return countsOf(actor, asks, now)
}
