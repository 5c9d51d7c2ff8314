import type { TicketStatus } from '@/db/words/tickets'
import type { Author } from '@/lib/events'
import { after, minutes } from '@/lib/kit/clock'
import { change, type Decided, followedBy, withClock } from './change'
import { back, notWaiting } from './contact'
import type { Dossier } from './dossier'
import { pause } from './sla'
import { demandArrow } from './states'

/** Somebody works on it: from new, assigned or waiting to in progress. */
export const decideWork = (by: Author, dossier: Dossier, now: Date, reason: string | null = null): Decided =>
  change(
    dossier,
    {
      fact: 'status_changed',
      by,
      payload: reason ? { reason } : {},
      ticket: { status: 'in_progress', ...notWaiting },
      clocks: back(dossier, now),
    },
    now,
  )

export type Waiting = {
  for: 'customer' | 'third_party'
  /** An agent's own short note of what is waited for; stays on the ticket, never in the facts. */
  reason?: string | null
  /** Comes back by itself then; never later than the policy's limit. */
  until?: Date | null
}

/**
 * Waits for the customer (the resolution clock pauses) or for somebody else (it runs), until a reply or a limit.
 * Refuses `ticket.transition` unless it is in progress.
 */
export function decideWaiting(by: Author, dossier: Dossier, waiting: Waiting, now: Date): Decided {
  const status: TicketStatus = waiting.for === 'customer' ? 'waiting_customer' : 'waiting_third_party'
  demandArrow(dossier.ticket.status, status)
  const limit = after(now, minutes(dossier.policy.waitLimit))
  const until = waiting.until && waiting.until > now && waiting.until < limit ? waiting.until : limit
  const ticket = {
    status,
    attention: null,
    waitingSince: now,
    waitingUntil: until,
    waitingReason: waiting.reason ?? null,
  }
  const clocks =
    status === 'waiting_customer'
      ? withClock(dossier.clocks, 'resolution', (clock) => pause(clock, now, dossier.calendar))
      : dossier.clocks
  return change(dossier, { fact: 'status_changed', by, payload: { until: until.getTime() }, ticket, clocks }, now)
}

/**
 * A person wrote to the customer: the ticket is in work, and waits if `wait` is asked for. The first contact is fixed only
 * when the letter is sent: `decideContacted`.
 */
export function decideReply(
  by: Author,
  dossier: Dossier,
  reply: { messageId: string; letterId: string | null; wait?: boolean },
  now: Date,
): Decided {
  const fresh = ['new', 'assigned', 'waiting_customer'].includes(dossier.ticket.status)
  const part = { attention: null, ...(fresh ? { status: 'in_progress' as const, ...notWaiting } : {}) }
  const payload = { message: reply.messageId, letter: reply.letterId }
  const clocks = fresh ? back(dossier, now) : dossier.clocks
  const replied = change(dossier, { fact: 'replied', by, payload, ticket: part, clocks }, now)
  return reply.wait ? followedBy(replied, (next) => decideWaiting(by, next, { for: 'customer' }, now)) : replied
}
