import { isDuplicate } from '@/db'
import { isRefusal, Refusal } from '@/lib/kit/refusal'

/** What a guard of this room throws when the world moved between reading and writing: read again and decide anew. */
export const stale = (): Error => new Refusal('loop.stale')

/** Somebody else was quicker: the reading no longer holds. */
export const isStale = (error: unknown): boolean =>
  isDuplicate(error) || (isRefusal(error) && (error.code === 'loop.stale' || error.code === 'ticket.stale'))

/** How often a decision is made anew before the caller is asked to come back. */
export const mostAttempts = 5

/** Reads, decides and commits anew while others are quicker; refuses `intake.busy` after the fifth time. */
export async function persistently<R>(attempt: () => Promise<R>): Promise<R> {
  for (let count = 1; count <= mostAttempts; count++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }
  throw new Refusal('intake.busy', { retryAfter: 1 })
}
