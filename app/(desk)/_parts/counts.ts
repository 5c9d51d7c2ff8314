import type { UserActor } from '@/lib/identity/shared'
import { queueCounts } from '@/lib/tickets'
import type { Counts } from './rail'

/** How much waits in each view, and how much of it is late. */
export const waiting = (actor: UserActor, now: Date): Promise<Counts> => queueCounts(actor, now)
