import type { KeyChoice } from '@/app/_ui/deeds'
import type { UserActor } from '@/lib/identity/shared'

/** Which keys this person has chosen. */
export const keyChoice = async (_actor: UserActor): Promise<KeyChoice> => ({ mode: 'on', remap: {} })
