import { eq, sql } from 'drizzle-orm'
import { type Filled, freeze, frozen } from '@/db'
import { contributors, responses } from '@/db/schema'
import type { discardReasons } from '@/db/words/tickets'
import type { Author } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided } from './change'
import { demandOpen, notWaiting } from './contact'
import type { Dossier } from './dossier'
import { graver } from './priority'
import { abandon } from './sla'

export type DiscardReason = (typeof discardReasons)[number]

/** Ends an open ticket that never should have been: its clocks count for nothing. Refuses `ticket.transition`. */
export const decideDiscard = (by: Author, dossier: Dossier, reason: DiscardReason, now: Date): Decided =>
  end(by, dossier, 'discarded', reason, null, now)

/**
 * Joins one open ticket of a customer into another: its answers move along, the graver priority stays, its team helps on.
 * Refuses `ticket.merge` (same ticket, or not of one customer), `ticket.settled`, `ticket.transition`.
 */
export function decideMerge(by: Author, from: Dossier, into: Dossier, now: Date): { from: Decided; into: Decided } {
  const one = from.ticket.customerId !== null && from.ticket.customerId === into.ticket.customerId
  if (!one || from.ticket.id === into.ticket.id) refuse('ticket.merge', { reason: one ? 'same' : 'customer' })
  demandOpen(into.ticket)
  const helps = from.ticket.teamId !== into.ticket.teamId && !into.contributors.includes(from.ticket.teamId)
  const rows: Filled[] = [
    moveResponses({ from: from.ticket.id, into: into.ticket.id }),
    ...(helps ? [helpOn({ ticketId: into.ticket.id, teamId: from.ticket.teamId })] : []),
  ]
  return {
    from: end(by, from, 'merged', 'duplicate', into.ticket.id, now),
    into: change(
      into,
      {
        fact: 'merged',
        by,
        payload: { with: from.ticket.id },
        ticket: {
          answers: into.ticket.answers + from.ticket.answers,
          priority: graver(into.ticket.priority, from.ticket.priority),
        },
        rows,
      },
      now,
    ),
  }
}

function end(
  by: Author,
  dossier: Dossier,
  fact: string,
  reason: DiscardReason,
  into: string | null,
  now: Date,
): Decided {
  return change(
    dossier,
    {
      fact,
      by,
      payload: into ? { reason, into } : { reason },
      ticket: {
        status: 'discarded',
        discardReason: reason,
        mergedInto: into,
        closedAt: now,
        outcome: 'void',
        joinKey: null,
        attention: null,
        ...notWaiting,
      },
      clocks: dossier.clocks.map((clock) => abandon(clock, now)),
    },
    now,
  )
}

export const helpOn = frozen(contributors)

const moveResponses = freeze('move responses', (tx) =>
  tx
    .update(responses)
    .set({ ticketId: sql.placeholder('into') as never })
    .where(eq(responses.ticketId, sql.placeholder('from'))),
)
