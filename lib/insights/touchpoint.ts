import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { mayReadWords } from './access'
import type { Board, PlaceFigures } from './board'
import { board } from './board'
import { scopeFor } from './queries/scope'
import { type Week, weeks } from './queries/trend'
import { type Verbatim, verbatimsAt } from './queries/verbatims'
import type { BoardFilter } from './shared'

/** Week by week, at one touchpoint (by slug) or in all that the reader may see. Refuses as `board`, `touchpoint.unknown`. */
export async function trend(actor: Actor, filter: BoardFilter, touchpoint?: string): Promise<Week[]> {
  demand(actor, 'figures.read')
  const scope = await scopeFor(actor, filter)
  const place = touchpoint ? scope.places.find(({ slug }) => slug === touchpoint) : undefined
  if (touchpoint && !place) refuse('touchpoint.unknown', { touchpoint })
  return weeks(scope, { from: filter.from, to: filter.to }, place?.id)
}

export type TouchpointPage = {
  board: Board
  figures: PlaceFigures
  weeks: Week[]
  /** The newest comments; null for readers who may not have them. */
  verbatims: Verbatim[] | null
}

/** One touchpoint in full. Refuses `touchpoint.unknown` for what is not there or not this reader's to see, and as `board`. */
export async function touchpointPage(
  actor: Actor,
  slug: string,
  filter: BoardFilter,
  now: Date,
): Promise<TouchpointPage> {
  const all = await board(actor, filter, now)
  const figures = all.places.find(({ place }) => place.slug === slug) ?? refuse('touchpoint.unknown', { slug })
  const { place } = figures
  const scope = await scopeFor(actor, filter)
  const [byWeek, verbatims] = await Promise.all([
    weeks(scope, all.period, place.id),
    mayReadWords(actor, place.team?.id ?? null) ? verbatimsAt(scope, all.period, place.id) : null,
  ])
  return { board: all, figures, weeks: byWeek, verbatims }
}
