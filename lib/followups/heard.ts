import type { Build } from '@/db'
import { type Author, system } from '@/lib/events'
import {
  type Decided,
  type Dossier,
  decideAttention,
  decideReopen,
  decideSpoke,
  followedBy,
  isOpen,
} from '@/lib/tickets'
import { scheduledOn } from './incoming/held'
import { reopeningWith } from './reopening'

/**
 * What becomes true when a ticket's customer has written by `channel`: it counts as a two-way contact; a ticket that waited
 * or was set aside goes on, a resolved or closed one opens again with its root cause and action; a letter that was put off
 * waits for a person. Refuses `ticket.tooOld` 30 days after closing, `ticket.transition` for a discarded one.
 */
export async function hearing(dossier: Dossier, channel: 'email' | 'other', now: Date): Promise<Build> {
  const { ticket } = dossier
  const by: Author = { kind: 'customer', id: ticket.customerId }
  const { some, hold } = await scheduledOn(ticket.id, now)
  const heard = (its: Dossier): Decided => {
    const spoke = decideSpoke(its, channel, now)
    return some ? followedBy(spoke, (next) => decideAttention(system('followups'), next, 'letter_held', now)) : spoke
  }
  if (isOpen(ticket.status)) {
    const { steps } = heard(dossier)
    return (tx) => [...steps, ...hold(tx)]
  }
  const reopened = reopeningWith(followedBy(decideReopen(by, dossier, 'customer', now), heard), now)
  return (tx) => [...reopened(tx), ...hold(tx)]
}
