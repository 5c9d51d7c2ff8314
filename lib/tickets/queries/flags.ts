import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { db } from '@/db'
import { notices, ticketReads, tickets, watchers } from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import type { FlagName } from '../grammar/fields'
import { meOf } from './names'
import type { Reader } from './reader'
import { never } from './truth'

/** What `is:` a flag asks of a ticket; those of a person ask it for the reader. */
export const flagMeaning = (flag: FlagName, reader: Reader): SQL => meanings[flag](reader) ?? never

// Numbers are written out where an index holds only the rows that have more.
const meanings: Record<FlagName, (reader: Reader) => SQL | undefined> = {
  overdue: ({ now }) => and(eq(tickets.open, true), isNotNull(tickets.nextDueAt), lt(tickets.nextDueAt, now)),
  unread: unreadBy,
  snoozed: ({ now }) => and(isNotNull(tickets.snoozedUntil), gt(tickets.snoozedUntil, now)),
  mine: ({ actor }) => eq(tickets.assigneeId, meOf(actor)),
  unassigned: () => isNull(tickets.assigneeId),
  escalated: () => sql`${tickets.escalation} > 0`,
  reopened: () => sql`${tickets.reopens} > 0`,
  attention: () => isNotNull(tickets.attention),
  watched: ({ actor }) => inArray(tickets.id, watchedBy(meOf(actor))),
  mentioned: ({ actor }) => inArray(tickets.id, mentioning(meOf(actor))),
  repeat: () => sql`${tickets.occurrence} > 1`,
}

/** Ids of the tickets that a person watches. */
export const watchedBy = (userId: string) =>
  db.select({ id: watchers.ticketId }).from(watchers).where(eq(watchers.userId, userId))

/** Ids of the tickets on which a person was mentioned. */
export const mentioning = (userId: string) =>
  db
    .select({ id: sql<string>`${notices.ticketId}`.as('id') })
    .from(notices)
    .where(and(eq(notices.userId, userId), eq(notices.kind, 'mention'), isNotNull(notices.ticketId)))

// Put back among the unread; or it concerns this person, is not ended, and news came after they last read it. What is nobody's
// concern is not unread for everybody: on a desk of twenty a mark on every row would say nothing.
function unreadBy({ actor }: Reader): SQL | undefined {
  if (actor.kind !== 'user') return undefined
  const own = and(eq(ticketReads.userId, actor.id), eq(ticketReads.ticketId, tickets.id))
  const reads = (condition: SQL) => db.select({ one: sql`1` }).from(ticketReads).where(and(own, condition))
  const news = sql`coalesce(${tickets.customerSpokeAt}, ${tickets.createdAt})`
  return or(
    exists(reads(eq(ticketReads.unread, true))),
    and(
      notInArray(tickets.status, ['closed', 'discarded']),
      concerns(actor),
      notExists(reads(gte(ticketReads.at, news))),
    ),
  )
}

// Theirs, watched by them, or new in one of their teams.
const concerns = (actor: UserActor) =>
  or(
    eq(tickets.assigneeId, actor.id),
    inArray(tickets.id, watchedBy(actor.id)),
    and(eq(tickets.status, 'new'), inArray(tickets.teamId, actor.teams)),
  )
