import { lt } from 'drizzle-orm'
import { atomically } from '@/db'
import { sessions, throttles } from '@/db/schema'
import { after, days } from '@/lib/kit/clock'

/** Forgets sessions a month after their end and counts of failures after a day; for the daily sweep. */
export async function forgetOld(now: Date): Promise<void> {
  await atomically((tx) => [
    tx.delete(sessions).where(lt(sessions.expiresAt, after(now, -days(30)))),
    tx.delete(throttles).where(lt(throttles.since, after(now, -days(1)))),
  ])
}
