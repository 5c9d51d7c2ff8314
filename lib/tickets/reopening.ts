import type { Author } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided, withClock } from './change'
import type { Dossier } from './dossier'
import { joinDays } from './joining'
import type { ClockRow, TicketRow } from './row'
import { revive } from './sla'
import { isOpen, mayMove, transitions } from './states'

/** A verdict, the customer's own word, a person's decision, a summary that came back, or a resolving that is taken back. */
export type ReopenCause = 'verdict' | 'customer' | 'person' | 'bounce' | 'undo'

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
 * closing, `ticket.rounds` when a verdict has reopened it twice already. `undo` takes a resolving back as if it had not been:
 * it counts as no reopening, the level stays, and the contact clock runs on if it was running.
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
  const undone = cause === 'undo'
  const reopens = ticket.reopens + (undone ? 0 : 1)
  const revived = withClock(dossier.clocks, 'resolution', (clock) => revive(clock, now, dossier.calendar))
  return change(
    dossier,
    {
      fact: undone ? 'unresolved' : 'reopened',
      by,
      payload: undone ? {} : { cause, rounds, reopens },
      ticket: {
        status: 'in_progress',
        reopens,
        rounds,
        ...(undone ? {} : { reopenedAt: now, escalation: Math.min(highestLevel, ticket.escalation + 1) }),
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
      clocks: undone
        ? withClock(revived, 'first_contact', (clock) => unabandoned(clock, ticket, now, dossier))
        : revived,
    },
    now,
  )
}

// Resolving let go of a promise that had not been kept yet: it stands again, later by the time in between.
const unabandoned = (clock: ClockRow, ticket: TicketRow, now: Date, { calendar }: Dossier): ClockRow =>
  clock.state === 'void' && clock.settledAt?.getTime() === ticket.resolvedAt?.getTime() && !ticket.firstContactAt
    ? revive(clock, now, calendar)
    : clock
