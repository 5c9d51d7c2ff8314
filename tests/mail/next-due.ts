import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { jobs } from '@/db/schema'
import { hours, minutes } from '@/lib/kit/clock'

/**
 * A little after the first letter that waits falls due: by then what a killed sender had leased is free, and neighbours go
 * together. Null when none waits.
 */
export async function nextDue(began: Date, before: Date): Promise<Date | null> {
  const [next] = await db
    .select({ at: jobs.runAt })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail.send'), isNull(jobs.doneAt)))
    .orderBy(asc(jobs.runAt))
    .limit(1)
  const wait = before.getTime() - began.getTime() > hours(1) ? minutes(15) : minutes(1)
  return next ? new Date(Math.max(next.at.getTime(), before.getTime()) + wait) : null
}

/** Four days of attempts take some sixty looks: what takes many more never ends. */
export const mostLooks = 200
