import { sql } from 'drizzle-orm'
import { atomically, freeze } from '@/db'
import { ticketReads, watchers } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { seenByPerson } from '../seen'

/** A person has read a ticket up to now. Another one's mark is not touched. Refuses `ticket.unknown`, `identity.forbidden`. */
export async function markRead(actor: Actor, id: string, now: Date): Promise<void> {
  await mark(actor, id, false, now)
}

/** A person wants to read it again: it stands among their unread ones. Refuses as `markRead`. */
export async function markUnread(actor: Actor, id: string, now: Date): Promise<void> {
  await mark(actor, id, true, now)
}

/** A person wants to hear of a ticket that is not theirs. Twice is once. Refuses as `markRead`. */
export async function watch(actor: Actor, id: string, now: Date): Promise<void> {
  const { reader } = await seenByPerson(actor, id)
  await atomically(() => [insertWatcher({ ticketId: id, userId: reader.id, at: now })])
}

/** They no longer do. Refuses as `markRead`. */
export async function unwatch(actor: Actor, id: string, _now: Date): Promise<void> {
  const { reader } = await seenByPerson(actor, id)
  await atomically(() => [deleteWatcher({ ticketId: id, userId: reader.id })])
}

async function mark(actor: Actor, id: string, unread: boolean, now: Date): Promise<void> {
  const { reader } = await seenByPerson(actor, id)
  await atomically(() => [saveRead({ userId: reader.id, ticketId: id, at: now, unread })])
}

const at = sql.placeholder('at')
const unread = sql.placeholder('unread')

const saveRead = freeze('save read mark', (tx) =>
  tx
    .insert(ticketReads)
    .values({
      userId: sql.placeholder('userId'),
      ticketId: sql.placeholder('ticketId'),
      at,
      unread,
    } as never)
    .onConflictDoUpdate({
      target: [ticketReads.userId, ticketReads.ticketId],
      set: { at: sql`excluded.at`, unread: sql`excluded.unread` },
    }),
)

const insertWatcher = freeze('insert watcher', (tx) =>
  tx
    .insert(watchers)
    .values({ ticketId: sql.placeholder('ticketId'), userId: sql.placeholder('userId'), at } as never)
    .onConflictDoNothing(),
)

const deleteWatcher = freeze('delete watcher', (tx) =>
  tx
    .delete(watchers)
    .where(
      sql`${watchers.ticketId} = ${sql.placeholder('ticketId')} and ${watchers.userId} = ${sql.placeholder('userId')}`,
    ),
)
