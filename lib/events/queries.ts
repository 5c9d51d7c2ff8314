import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { events } from '@/db/schema'

export type Event = typeof events.$inferSelect

/** What happened to one thing, oldest first. The caller has checked that the reader may see it. */
export const timeline = (subjectId: string, limit = 500): Promise<Event[]> =>
  db.select().from(events).where(eq(events.subjectId, subjectId)).orderBy(asc(events.id)).limit(limit)

/** Events by id, oldest first. */
export const eventsByIds = (ids: string[]): Promise<Event[]> =>
  db.select().from(events).where(inArray(events.id, ids)).orderBy(asc(events.id))

/** The append-only record after an event's id, oldest first. */
export const eventsAfter = (after: string, limit: number, subjectKind?: Event['subjectKind']): Promise<Event[]> =>
  db
    .select()
    .from(events)
    .where(and(gt(events.id, after), subjectKind ? eq(events.subjectKind, subjectKind) : undefined))
    .orderBy(asc(events.id))
    .limit(limit)
