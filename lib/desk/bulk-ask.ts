import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { idsOf, sees } from '@/lib/tickets'
import type { BulkInput } from './bulk-input'
import { askFor } from './bulk-query'
import { teamsOfTickets } from './presence'

/** The most tickets that one run may change. */
export const bulkMost = 20_000
const page = 500

/** A ticket of a run as it stood when the run was asked for. */
export type Chosen = { id: string; version: number }

/**
 * The tickets that are meant, as the actor sees them now: named ones that are not theirs to see are left in, to be refused
 * one by one, unless none is. Refuses `bulk.empty`, `bulk.tooMany` (most), `ticket.unknown`.
 */
export async function chosenBy(
  actor: Actor,
  { tickets: named, ask, except = [] }: Pick<BulkInput, 'tickets' | 'ask' | 'except'>,
  now: Date,
): Promise<Chosen[]> {
  const left = new Set(except)
  const chosen = named ? await namedOnes(actor, named) : ask ? await matching(actor, ask, now) : []
  const kept = chosen.filter(({ id }) => !left.has(id))
  return kept.length > 0 ? kept : refuse('bulk.empty')
}

async function namedOnes(actor: Actor, named: NonNullable<BulkInput['tickets']>): Promise<Chosen[]> {
  const known = await teamsOfTickets(named.map(({ id }) => id))
  const seen = [...known.values()].some(({ team, helping }) => sees(actor, team, helping))
  if (!seen) refuse('ticket.unknown')
  const once = new Map(named.map((one) => [one.id, one.version]))
  return [...once].map(([id, version]) => ({ id, version: version ?? known.get(id)?.version ?? 0 }))
}

async function matching(actor: Actor, ask: NonNullable<BulkInput['ask']>, now: Date): Promise<Chosen[]> {
  const question = await askFor(actor, ask)
  const ids: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const found = await idsOf(actor, { ...question, cursor, limit: page }, now)
    ids.push(...found.ids)
    if (ids.length > bulkMost) refuse('bulk.tooMany', { most: bulkMost })
    cursor = found.nextCursor ?? undefined
    more = cursor !== undefined
  }
  return versionsOf([...new Set(ids)])
}

async function versionsOf(ids: string[]): Promise<Chosen[]> {
  const versions = new Map<string, number>()
  for (let at = 0; at < ids.length; at += page) {
    const rows = await db
      .select({ id: tickets.id, version: tickets.version })
      .from(tickets)
      .where(inArray(tickets.id, ids.slice(at, at + page)))
    for (const row of rows) versions.set(row.id, row.version)
  }
  return ids.map((id) => ({ id, version: versions.get(id) ?? 0 }))
}
