import { after } from '@/lib/kit/clock'

/** A job that failed this often is buried and shown to a person. */
export const mostAttempts = 12

/** When a job that failed for the `attempts`-th time runs again: 10 s doubled each time, an hour at most, ±10 % by `chance` (0 to 1). */
export const nextAttempt = (attempts: number, now: Date, chance: number): Date =>
  after(now, Math.min(2 ** (attempts - 1) * 10_000, 3_600_000) * (0.9 + chance * 0.2))
