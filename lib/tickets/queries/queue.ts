import type { Actor } from '@/lib/identity/shared'
import { decodeCursor, encodeCursor, type Page } from '@/lib/kit/page'
import { type Grouping, type Sort, sortOf } from '../views'
import { byNewest, exactly } from './hits'
import { type Listed, listed } from './list'
import { type Spot, walk } from './order'
import { type Ask, questionOf } from './question'
import { type QueueRow, rowsOf } from './row'

export type QueueAsk = Ask & {
  sort?: Sort | undefined
  /** Other than by `due`: the tickets of one value stand together, each group in the order of `sort`. */
  group?: Grouping | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** `sorted` is false where words have more than a thousand hits: then the newest come first, whatever the sort. */
export type QueuePage = Page<QueueRow> & { sorted: boolean }

/**
 * One page of the queue, as far as the actor sees tickets; its cost does not grow with their number. Refuses
 * `identity.forbidden` for those who read no tickets.
 */
export async function queuePage(actor: Actor, ask: QueueAsk, now: Date): Promise<QueuePage> {
  const { ids, nextCursor, sorted } = await idsOf(actor, ask, now)
  return { data: await rowsOf(ids, now, actor), nextCursor, sorted }
}

/** The same page as ids only: for moving from ticket to ticket. */
export async function idsOf(
  actor: Actor,
  ask: QueueAsk,
  now: Date,
): Promise<{ ids: string[]; nextCursor: string | null; sorted: boolean }> {
  const { view = 'open', group = 'due', cursor, limit = 50 } = ask
  const question = await questionOf(actor, { ...ask, view }, now)
  const sort = ask.sort ?? (question.words ? 'newest' : sortOf(view))
  const plan = await listed(question, sort, group)
  const begin = decodeCursor(cursor)
  const newest = plan.tooMany && (begin === null || begin.length === 1)
  // Somebody who types a ticket's number means that ticket, whatever else holds it.
  const first = question.words ? await exactly(question) : null
  const lead = first && !begin ? [{ id: first, cursor: encodeCursor([-1, null, '']) }] : []
  const rest = newest
    ? await byNewest(question, begin, limit + 1)
    : (await walk(plan.list, spotOf(begin, plan), limit + 1 + (first ? 1 : 0))).map((spot) => ({
        id: spot.id,
        cursor: cursorOf(spot, plan),
      }))
  const found = [...lead, ...rest.filter(({ id }) => id !== first)]
  return {
    ids: found.slice(0, limit).map(({ id }) => id),
    nextCursor: found.length > limit ? (found[limit - 1]?.cursor ?? null) : null,
    sorted: !newest,
  }
}

const cursorOf = ({ half, key, id, group }: Spot, { groups }: Listed): string =>
  encodeCursor(groups.length > 1 ? [half, key, id, groups[group]?.value ?? null] : [half, key, id])

function spotOf(values: ReturnType<typeof decodeCursor>, { groups }: Listed): Spot | null {
  const [half, key, id, value = null] = values ?? []
  if (typeof half !== 'number' || typeof id !== 'string') return null
  const group = groups.length > 1 ? groups.findIndex((one) => one.value === value) : 0
  return { group: Math.max(0, group), half, key: typeof key === 'number' ? key : null, id }
}
