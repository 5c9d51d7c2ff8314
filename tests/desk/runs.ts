import { inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { startBulk } from '@/lib/desk'
import { workOff } from '@/lib/desk/bulk-work'
import type { BulkChange } from '@/lib/desk/shared'
import type { UserActor } from '@/lib/identity/shared'
import { ticketOf } from '../followups/world'
import { friday } from '../support/world'

type Chosen = { id: string; version: number }

/** So many detractors answer. */
export async function several(count: number, over: Record<string, unknown> = {}) {
  const made: Awaited<ReturnType<typeof ticketOf>>[] = []
  for (let n = 0; n < count; n++) made.push(await ticketOf(friday, over))
  return made
}

export const named = (all: Chosen[]) => all.map(({ id, version }) => ({ id, version }))

export const start = (actor: UserActor, change: BulkChange, all: Chosen[], now = friday) =>
  startBulk(actor, { change, tickets: named(all) }, now)

export const standing = async (all: { id: string }[]) =>
  db
    .select()
    .from(tickets)
    .where(
      inArray(
        tickets.id,
        all.map(({ id }) => id),
      ),
    )

/** A worker that does nothing else, until nothing is left. */
export async function work(id: string, now = friday) {
  while (await workOff(id, now));
}
