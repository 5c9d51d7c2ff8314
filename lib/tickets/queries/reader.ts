import type { Actor } from '@/lib/identity/shared'

/** Who asks, when, and in which zone their days begin. */
export type Reader = { actor: Actor; now: Date; zone: string }

export const readerOf = (actor: Actor, now: Date): Reader => ({
  ...{ actor, now, zone: actor.kind === 'user' ? actor.timeZone : 'UTC' },
})
