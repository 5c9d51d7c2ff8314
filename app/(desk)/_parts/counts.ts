import type { UserActor } from '@/lib/identity/shared'
import type { Counts } from './rail'

export const waiting = async (_actor: UserActor, _now: Date): Promise<Counts> => ({})
