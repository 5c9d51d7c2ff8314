import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { atomically, db, type Filled, frozen } from '@/db'
import { notices, tickets, users } from '@/db/schema'
import { count } from '@/db/sql'
import type { NoticeKind } from '@/db/words/desk'
import { type Actor, permits } from '@/lib/identity/shared'
import { after, days } from '@/lib/kit/clock'
import { base32, newId } from '@/lib/kit/ids'
import { seenBy } from '@/lib/tickets'

/** Something that a person wants to know of: never a mail, never a customer's words. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** The ticket that it is about; null for a bulk run. */
  ticket: { id: string; number: number } | null
  /** The message, gesture or bulk run that it is about. */
  aboutId: string | null
  /** Whoever did it; null when the house or a customer did. */
  by: { id: string; name: string } | null
  at: Date
  seenAt: Date | null
}

const most = 50
const keptDays = 180

/** The newest 50 notices of a person and how many they have not seen; of tickets that they may see today. Programs have none. */
export async function noticesOf(actor: Actor): Promise<{ notices: Notice[]; unseen: number }> {
  if (actor.kind !== 'user') return { notices: [], unseen: 0 }
  const [rows, unseen] = await Promise.all([
    db
      .select({ notice: notices, number: tickets.number, by: users.name })
      .from(notices)
      .leftJoin(tickets, eq(tickets.id, notices.ticketId))
      .leftJoin(users, eq(users.id, notices.actorId))
      .where(and(eq(notices.userId, actor.id), visible(actor)))
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(most),
    unseenNotices(actor),
  ])
  return { notices: rows.map(({ notice, number, by }) => told(notice, number, by)), unseen }
}

/** How many notices a person has not seen. */
export async function unseenNotices(actor: Actor): Promise<number> {
  if (actor.kind !== 'user') return 0
  const [row] = await db
    .select({ unseen: count() })
    .from(notices)
    .leftJoin(tickets, eq(tickets.id, notices.ticketId))
    .where(and(eq(notices.userId, actor.id), isNull(notices.seenAt), visible(actor)))
  return row?.unseen ?? 0
}

/** A person has seen their own notices: some by id, all about one ticket, or `all`. Other people's are never touched. */
export async function seeNotices(actor: Actor, which: string[] | { ticket: string } | 'all', now: Date): Promise<void> {
  if (actor.kind !== 'user' || (Array.isArray(which) && which.length === 0)) return
  const some = Array.isArray(which)
    ? inArray(notices.id, which)
    : eq(notices.ticketId, which === 'all' ? '' : which.ticket)
  await atomically((tx) => [
    tx
      .update(notices)
      .set({ seenAt: now })
      .where(and(eq(notices.userId, actor.id), isNull(notices.seenAt), which === 'all' ? undefined : some)),
  ])
}

export type NewNotice = {
  userId: string
  kind: NoticeKind
  ticketId?: string | null
  aboutId?: string | null
  actorId?: string | null
  /** Told from it, the notice has the same id every time: telling twice is telling once. */
  eventId?: string
}

/** The writes that tell people something, for the list in which it happens; with an `eventId` through `tellOnce` only. */
export const notify = (told: NewNotice[], now: Date): Filled[] => told.map((one) => insertNotice(rowOf(one, now)))

/** Tells what has not been told yet. */
export async function tellOnce(told: NewNotice[], now: Date): Promise<void> {
  const rows = [...new Map(told.map((one) => [rowOf(one, now).id, rowOf(one, now)])).values()]
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most)
    await atomically((tx) => [tx.insert(notices).values(some).onConflictDoNothing()])
  }
}

/** Forgets what was seen half a year ago. */
export async function forgetNotices(now: Date): Promise<void> {
  await atomically((tx) => [tx.delete(notices).where(lt(notices.seenAt, after(now, -days(keptDays))))])
}

const insertNotice = frozen(notices)

const rowOf = ({ userId, kind, ticketId = null, aboutId = null, actorId = null, eventId }: NewNotice, at: Date) => ({
  id: eventId ? idFrom(`${eventId} ${userId} ${kind}`) : newId('notice'),
  ...{ userId, kind, ticketId, aboutId, actorId, at, seenAt: null },
})

const idFrom = (text: string): string => `ntc_${base32(createHash('sha256').update(text).digest().subarray(0, 16))}`

const visible = (actor: Actor) =>
  permits(actor, 'tickets.read')
    ? or(isNull(notices.ticketId), seenBy(actor) ?? eq(tickets.id, notices.ticketId))
    : isNull(notices.ticketId)

function told(row: typeof notices.$inferSelect, number: number | null, by: string | null): Notice {
  const { id, kind, ticketId, aboutId, actorId, at, seenAt } = row
  return {
    ...{ id, kind, aboutId, at, seenAt },
    ticket: ticketId && number !== null ? { id: ticketId, number } : null,
    by: actorId && by ? { id: actorId, name: by } : null,
  }
}
