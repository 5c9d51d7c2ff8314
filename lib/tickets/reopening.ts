import type { Author } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided, withClock } from './change'
import type { Dossier } from './dossier'
import { joinDays } from './joining'
import { revive } from './sla'
import { isOpen, mayMove, transitions } from './states'

/** A verdict, the customer's own word, or a person's decision. */
export type ReopenCause = 'verdict' | 'customer' | 'person'

/** A closed ticket comes back for this long; later a new one is opened. */
export const reopenDays = 30
/** So often does a verdict reopen by itself; then a person decides. */
export const mostRounds = 2
const highestLevel = 3

/** Whether a verdict may reopen it once more by itself. */
export const mayReopenAgain = (ticket: { rounds: number }): boolean => ticket.rounds < mostRounds

/**
 * Brings a resolved or closed ticket back to work: its resolution is due later by the time it lay resolved or closed, it
 * stands one level higher, and further answers join it again if no other ticket took its place. What was written at
 * resolving stays; outcome and plans to ask again fall away. Refuses `ticket.transition`, `ticket.tooOld` 30 days after
 * closing, `ticket.rounds` when a verdict has reopened it twice already.
 */
export function decideReopen(by: Author, dossier: Dossier, cause: ReopenCause, now: Date): Decided {
  const { ticket } = dossier
  if (isOpen(ticket.status) || !mayMove(ticket.status, 'in_progress')) {
    refuse('ticket.transition', { from: ticket.status, to: 'reopened', allowed: transitions[ticket.status] })
  }
  if (ticket.closedAt && after(ticket.closedAt, days(reopenDays)) < now) refuse('ticket.tooOld', { days: reopenDays })
  if (cause === 'verdict' && !mayReopenAgain(ticket)) refuse('ticket.rounds', { rounds: ticket.rounds })
  const young = after(ticket.createdAt, days(joinDays)) > now
  const rounds = ticket.rounds + (cause === 'verdict' ? 1 : 0)
  return change(
    dossier,
    {
      fact: 'reopened',
      by,
      payload: { cause, rounds, reopens: ticket.reopens + 1 },
      ticket: {
        status: 'in_progress',
        reopens: ticket.reopens + 1,
        rounds,
        reopenedAt: now,
        escalation: Math.min(highestLevel, ticket.escalation + 1),
        resolvedAt: null,
        resolvedBy: null,
        closedAt: null,
        outcome: null,
        verdictScore: null,
        verdictAt: null,
        askAt: null,
        verdictDueAt: null,
        joinKey: young ? dossier.freeJoinKey : null,
      },
      clocks: withClock(dossier.clocks, 'resolution', (clock) => revive(clock, now, dossier.calendar)),
    },
    now,
  )
}
