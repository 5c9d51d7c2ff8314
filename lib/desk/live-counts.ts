import type { UserActor } from '@/lib/identity/shared'
import { queueCounts } from '@/lib/tickets'
import type { LiveEvents } from './live-words'

/** The counts of a person's views, as the rail shows them. */
export const countsOf = async (actor: UserActor, now: Date): Promise<LiveEvents['counts']> =>
  (await queueCounts(actor, now)) as LiveEvents['counts']
