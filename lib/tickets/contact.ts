import type { Author } from '@/lib/events'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided, withClock } from './change'
import { countAttempt, firstContact } from './contacted'
import type { Dossier } from './dossier'
import type { AttemptRow, TicketRow } from './row'
import { abandon, resume, settle } from './sla'
import { isOpen } from './states'

export type Contact = Pick<AttemptRow, 'channel' | 'direction' | 'outcome'> & {
  minutes?: number | null | undefined
  note?: string | null | undefined
  /** When it happened; not later than now. */
  at?: Date | undefined
}

/**
 * A call, a visit, a chat: counted, with its outcome. Reaching the customer fixes the first contact for good and takes the
 * ticket to work; `declined` means that they want no further contact. Refuses `ticket.settled` when it is not open.
 */
export function decideContactLog(by: Author, dossier: Dossier, contact: Contact, now: Date): Decided {
  demandOpen(dossier.ticket)
  const at = contact.at && contact.at < now ? contact.at : now
  const reached = contact.outcome === 'spoke' || contact.outcome === 'declined'
  const decided = entry(by, dossier, { ...contact, at }, reached ? at : null, now)
  return reached && !dossier.ticket.firstContactAt
    ? { ...decided, steps: [...decided.steps, ...firstContact(by, dossier.ticket.id, at)] }
    : decided
}

/**
 * The customer wrote: a two-way contact, and a ticket that waited for it comes back. A resolved or closed ticket stays
 * what it is: see `decideReopen`.
 */
export const decideSpoke = (dossier: Dossier, channel: AttemptRow['channel'], now: Date): Decided =>
  entry(
    { kind: 'customer', id: dossier.ticket.customerId },
    dossier,
    { channel, direction: 'in', outcome: 'spoke', at: now },
    null,
    now,
  )

function entry(by: Author, dossier: Dossier, contact: Contact & { at: Date }, reachedAt: Date | null, now: Date) {
  const { ticket, calendar } = dossier
  const attempt = rowOf(by, ticket.id, contact)
  const status = statusAfter(ticket, contact)
  const declined = contact.outcome === 'declined'
  const working = status === ticket.status ? dossier.clocks : back(dossier, now)
  const clocks = withClock(working, 'first_contact', (clock) => {
    if (reachedAt) return settle(clock, reachedAt, calendar)
    return declined ? abandon(clock, now) : clock
  })
  const { channel, direction, outcome } = contact
  // Whoever set it aside did so until the customer speaks.
  const wakes = direction === 'in' && ticket.snoozedUntil !== null
  const decided = change(
    dossier,
    {
      fact: 'contact_logged',
      by,
      payload: { attempt: attempt.id, channel, direction, outcome, ...(wakes ? { woken: true } : {}) },
      ticket: {
        attention: null,
        ...(wakes ? awake : {}),
        ...(status === ticket.status ? {} : { status, ...notWaiting }),
        ...(declined ? { contactAllowed: false, contactable: false } : {}),
      },
      clocks,
      rows: countAttempt(attempt),
    },
    now,
  )
  const firstContactAt = ticket.firstContactAt ?? reachedAt
  const after: TicketRow = { ...decided.ticket, firstContactAt, ...countsAfter(ticket, attempt) }
  const attempts = [...dossier.attempts, attempt]
  return { ...decided, ticket: after, dossier: { ...decided.dossier, ticket: after, attempts } }
}

// Mirrors what `countAttempt` writes, so that a next decision in the same list sees it.
const countsAfter = (ticket: TicketRow, { direction, outcome, at }: AttemptRow) => ({
  attempts: ticket.attempts + (direction === 'out' ? 1 : 0),
  contacts: ticket.contacts + (outcome === 'spoke' ? 1 : 0),
  firstAttemptAt: ticket.firstAttemptAt ?? (direction === 'out' ? at : null),
  customerSpokeAt: direction === 'in' ? at : ticket.customerSpokeAt,
})

const rowOf = (by: Author, ticketId: string, contact: Contact & { at: Date }): AttemptRow => ({
  id: newId('attempt'),
  ticketId,
  channel: contact.channel,
  direction: contact.direction,
  outcome: contact.outcome,
  minutes: contact.minutes ?? null,
  note: contact.note ?? null,
  actorId: by.id ?? by.kind,
  letterId: null,
  at: contact.at,
})

// An attempt takes a fresh ticket to work; what was waited for has come when the customer spoke.
function statusAfter({ status }: TicketRow, { outcome }: Contact): TicketRow['status'] {
  const answered = outcome === 'spoke' && status === 'waiting_customer'
  return status === 'new' || status === 'assigned' || answered ? 'in_progress' : status
}

export const notWaiting = { waitingSince: null, waitingUntil: null, waitingReason: null } as const
/** Not set aside, or no longer. */
export const awake = { snoozedUntil: null, snoozedBy: null } as const

/** The clocks of a ticket that comes back from waiting. */
export const back = (dossier: Dossier, now: Date) =>
  withClock(dossier.clocks, 'resolution', (clock) => resume(clock, now, dossier.calendar))

/** Refuses `ticket.settled` unless the ticket is open. */
export function demandOpen(ticket: TicketRow): void {
  if (!isOpen(ticket.status)) refuse('ticket.settled', { status: ticket.status })
}
