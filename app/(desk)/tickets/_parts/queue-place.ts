import { notFound } from 'next/navigation'
import { type SavedView, viewById } from '@/lib/desk'
import type { Preferences } from '@/lib/desk/shared'
import type { UserActor } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { parseQuery, printQuery } from '@/lib/tickets/shared'
import { type QueueAddress, readAddress, writeAddress } from './queue-address'
import { groupings, type QueueColumn, type QueueLook, queueColumns } from './queue-look'

/** What the address, the saved view and the person's own choices come to, together. */
export type QueuePlace = {
  /** Everything written out: what is asked, in which order, how gathered. */
  whole: QueueAddress & {
    q: string
    sort: NonNullable<QueueAddress['sort']>
    group: NonNullable<QueueAddress['group']>
  }
  saved: SavedView | null
  /** Something stands otherwise than the view was saved. */
  changed: boolean
  look: QueueLook
}

export async function placeOf(
  search: Parameters<typeof readAddress>[0],
  actor: UserActor,
  likes: Preferences,
): Promise<QueuePlace> {
  const asked = readAddress(search)
  const saved = asked.saved ? await known(actor, asked.saved) : null
  const own = saved?.query ?? ''
  const q = canonical(asked.q ?? own)
  const sort = asked.sort ?? saved?.sort ?? 'due'
  const group = asked.group ?? saved?.grouping ?? groupings.find((one) => one === likes.grouping) ?? 'due'
  const wished: readonly string[] = asked.columns ?? saved?.columns ?? likes.columns ?? queueColumns
  const columns = queueColumns.filter((one): one is QueueColumn => wished.includes(one))
  const look = { density: likes.density, columns }
  const otherwise = saved && (sort !== saved.sort || group !== saved.grouping || differs(columns, saved.columns))
  const changed = q !== canonical(own) || otherwise === true
  return { whole: { ...asked, q, sort, group }, saved, changed, look }
}

/** The address with everything written out, as tickets opened from it keep it. */
export const wholeAddress = ({ whole }: QueuePlace, page: boolean): string =>
  writeAddress(whole, { cursor: page ? whole.cursor : null })

async function known(actor: UserActor, id: string): Promise<SavedView> {
  try {
    return await viewById(actor, id)
  } catch (error) {
    if (isRefusal(error)) notFound()
    throw error
  }
}

// One way of saying it, so that "changed" means changed; what is not understood stays as it was written.
function canonical(text: string): string {
  const { query, problems } = parseQuery(text)
  return problems.length > 0 ? text.trim() : printQuery(query)
}

const differs = (columns: readonly string[], kept: readonly string[] | null) =>
  kept !== null && columns.join() !== queueColumns.filter((one) => kept.includes(one)).join()
