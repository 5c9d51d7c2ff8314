import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { idsOf, type QueueAsk } from './queue'

export type Neighbours = {
  /** From 1; null when the ticket is not among the first of its list. */
  position: number | null
  /** How many there are, at most `neighbourCap`. */
  total: number
  previous: number | null
  next: number | null
}

/** A list is looked through this far. */
export const neighbourCap = 500

/** Where a ticket stands in a list of the queue, and the numbers of the tickets before and after it. */
export async function ticketNeighbours(
  actor: Actor,
  ask: Pick<QueueAsk, 'view' | 'filters' | 'sort'>,
  id: string,
  now: Date,
): Promise<Neighbours> {
  const { ids } = await idsOf(actor, { ...ask, limit: neighbourCap }, now)
  const at = ids.indexOf(id)
  if (at < 0) return { position: null, total: ids.length, previous: null, next: ids[0] ? await numberOf(ids[0]) : null }
  const [before, behind] = [ids[at - 1], ids[at + 1]]
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(
      inArray(
        tickets.id,
        [before, behind].flatMap((one) => one ?? []),
      ),
    )
  const find = (one: string | undefined) => rows.find((row) => row.id === one)?.number ?? null
  return { position: at + 1, total: ids.length, previous: find(before), next: find(behind) }
}

const numberOf = async (id: string): Promise<number | null> =>
  (
    await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(inArray(tickets.id, [id]))
  )[0]?.number ?? null
