import { days, hours, minutes } from '@/lib/kit/clock'

export const sessionIdle = hours(8)
export const sessionLife = days(7)
export const mostSessions = 10
/** How stale `lastSeenAt` may be: one write in this time, not one a request. */
export const sessionGrain = minutes(5)

type Times = { createdAt: Date; lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null }

/** Whether a session still opens the desk: not ended, not older than 7 days, not idle for 8 hours. */
export const isLive = (session: Times, now: Date): boolean =>
  session.revokedAt === null && session.expiresAt > now && session.lastSeenAt.getTime() + sessionIdle > now.getTime()
