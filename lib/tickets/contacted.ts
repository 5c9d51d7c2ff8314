import type { Filled } from '@/db'
import { type Author, record } from '@/lib/events'
import { count, insertAttempt, reach, stopClock } from './contacted-writes'
import type { AttemptRow } from './row'

/**
 * A person's letter reached a mail server at `at`: it counts as an attempt by e-mail, and the first one fixes the first
 * contact for good. For the very list that marks the letter as sent: nothing here is guarded, nothing can fail, a second
 * time changes nothing, and the ticket keeps its version, for nobody's view of it became wrong.
 */
export function decideContacted(
  by: Author,
  ticket: { id: string; firstContactAt: Date | null },
  letterId: string,
  at: Date,
): Filled[] {
  const attempt: AttemptRow = {
    id: `att_${letterId.slice(4)}`,
    ticketId: ticket.id,
    channel: 'email',
    direction: 'out',
    outcome: 'no_answer',
    minutes: null,
    note: null,
    actorId: by.id ?? by.kind,
    letterId,
    at,
  }
  return [
    count({ ...counted(attempt), id: ticket.id, letterId }),
    insertAttempt(attempt),
    ...(ticket.firstContactAt ? [] : firstContact(by, ticket.id, at, letterId)),
  ]
}

/** The writes that count an attempt, whoever else writes the ticket at this moment. */
export const countAttempt = (attempt: AttemptRow): Filled[] => [
  count({ ...counted(attempt), id: attempt.ticketId, letterId: attempt.id }),
  insertAttempt(attempt),
]

/** The writes that fix the first contact, unless it is fixed: the instant, the contact clock, what is due next, the fact. */
export const firstContact = (by: Author, ticketId: string, at: Date, letterId: string | null = null): Filled[] => [
  stopClock({ id: ticketId, at }),
  reach({ id: ticketId, at }),
  ...record(
    [
      {
        kind: 'ticket.contacted',
        subject: { kind: 'ticket', id: ticketId },
        actor: { kind: by.kind, id: by.id },
        announced: true,
        payload: { letter: letterId, at: at.getTime() },
      },
    ],
    at,
  ),
]

const counted = (attempt: AttemptRow) => ({
  out: attempt.direction === 'out' ? 1 : 0,
  spoke: attempt.outcome === 'spoke' ? 1 : 0,
  tried: attempt.direction === 'out' ? attempt.at : null,
  heard: attempt.direction === 'in' ? attempt.at : null,
})
