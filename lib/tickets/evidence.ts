import { dayOf } from '@/lib/kit/period'
import type { Dossier } from './dossier'

/** Why a ticket may be resolved: somebody spoke with the customer, tried often enough, or nobody may or can be reached. */
export type Evidence = 'two_way' | 'attempts' | 'declined' | 'unreachable'

const enoughAttempts = 3
const enoughDays = 2

/** The evidence of contact that a ticket has, or null when there is none yet. */
export function evidenceOf({ ticket, attempts, reach, timeZone }: Dossier): Evidence | null {
  if (!ticket.contactAllowed) return 'declined'
  if (attempts.some(({ outcome }) => outcome === 'spoke')) return 'two_way'
  if (!ticket.contactable || (!reach.email && !reach.phone)) return 'unreachable'
  const tried = attempts.filter(({ direction }) => direction === 'out')
  const days = new Set(tried.map(({ at }) => dayOf(at, timeZone)))
  const channels = new Set(tried.map(({ channel }) => channel))
  const enoughChannels = reach.email && reach.phone ? 2 : 1
  const enough = tried.length >= enoughAttempts && days.size >= enoughDays && channels.size >= enoughChannels
  return enough ? 'attempts' : null
}

/** Whether the customer can and may be told what was done and asked again. */
export const maySpeakTo = (evidence: Evidence): boolean => evidence === 'two_way' || evidence === 'attempts'
