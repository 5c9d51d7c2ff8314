import { and, asc, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { heartbeats, jobs } from '@/db/schema'

/** Work that failed for good and waits for a person, newest first. */
export const buried = (limit = 100) =>
  db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      attempts: jobs.attempts,
      lastError: jobs.lastError,
      buriedAt: jobs.buriedAt,
    })
    .from(jobs)
    .where(isNotNull(jobs.buriedAt))
    .orderBy(desc(jobs.buriedAt))
    .limit(limit)

/** How many jobs wait although they are due, and since when. */
export async function backlog(now: Date): Promise<{ count: number; since: Date | null }> {
  const due = and(isNull(jobs.doneAt), lte(jobs.runAt, now))
  const [oldest] = await db.select({ at: jobs.runAt }).from(jobs).where(due).orderBy(asc(jobs.runAt)).limit(1)
  return { count: oldest ? await db.$count(jobs, due) : 0, since: oldest?.at ?? null }
}

/** Gives buried work another life. */
export const revive = (id: string, now: Date) =>
  atomically((tx) => [
    tx
      .update(jobs)
      .set({ buriedAt: null, doneAt: null, attempts: 0, runAt: now, lease: null, leasedUntil: null })
      .where(and(eq(jobs.id, id), isNotNull(jobs.buriedAt))),
  ])

/** Forgets finished work older than `before`; what was buried stays. */
export const forgetFinished = (before: Date) =>
  atomically((tx) => [tx.delete(jobs).where(and(lte(jobs.doneAt, before), isNull(jobs.buriedAt)))])

/** Says that a worker is alive. */
export const beat = (name: string, now: Date) =>
  atomically((tx) => [
    tx
      .insert(heartbeats)
      .values({ name, at: now })
      .onConflictDoUpdate({ target: heartbeats.name, set: { at: now } }),
  ])

/** When any worker last said that it is alive; null: never. */
export async function lastBeat(): Promise<Date | null> {
  const [row] = await db.select({ at: heartbeats.at }).from(heartbeats).orderBy(desc(heartbeats.at)).limit(1)
  return row?.at ?? null
}
