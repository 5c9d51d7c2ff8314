import { and, eq, sql } from 'drizzle-orm'
import { type Filled, freeze, must, type Step } from '@/db'
import { tickets } from '@/db/schema'
import type { Priority } from '@/db/words/tickets'
import { type Author, type Fact, record } from '@/lib/events'
import { Refusal } from '@/lib/kit/refusal'
import { oneUp } from './priority'
import type { TicketRow } from './row'

/** Further answers join an open ticket for this long after its opening. */
export const joinDays = 14

export type Joined = {
  change: Pick<TicketRow, 'answers' | 'priority' | 'priorityReason' | 'updatedAt' | 'customerSpokeAt' | 'version'>
  facts: Fact[]
}

/** A further answer of the same customer at the same touchpoint: counted, one priority up, due times stay as promised. Pure. */
export function joinTicket(
  ticket: Pick<TicketRow, 'id' | 'answers' | 'priority' | 'version' | 'snoozedUntil'>,
  response: { id: string; score: number },
  author: Author,
  now: Date,
): Joined {
  const version = ticket.version + 1
  const priority: Priority = oneUp(ticket.priority)
  return {
    change: {
      answers: ticket.answers + 1,
      priority,
      priorityReason: 'repeat',
      updatedAt: now,
      customerSpokeAt: now,
      version,
    },
    facts: [
      {
        kind: 'ticket.joined',
        subject: { kind: 'ticket', id: ticket.id },
        actor: author,
        announced: true,
        payload: {
          ...{ version, response: response.id, score: response.score, from: ticket.priority, to: priority },
          ...(ticket.snoozedUntil ? { woken: true } : {}),
        },
      },
    ],
  }
}

/** The writes of a joining, guarded by the version seen and by the ticket being open still; else refusal `ticket.stale`: read again. */
export const joinWrites = (ticketId: string, seen: number, joined: Joined): Step[] => [
  must(join({ ...joined.change, id: ticketId, seen }), () => new Refusal('ticket.stale', { id: ticketId })),
  ...record(joined.facts, joined.change.updatedAt),
]

/** Takes the join key from the ticket that holds it (too old, or resolved), so that a new one may have it. No change of the ticket itself. */
export const releaseWrite = (joinKey: string): Filled => release({ joinKey })

const join = freeze('join ticket', (tx) =>
  tx
    .update(tickets)
    .set({
      answers: sql.placeholder('answers'),
      priority: sql.placeholder('priority'),
      priorityReason: sql.placeholder('priorityReason'),
      updatedAt: sql.placeholder('updatedAt'),
      customerSpokeAt: sql.placeholder('customerSpokeAt'),
      version: sql.placeholder('version'),
      // The customer spoke: what was set aside is so no longer.
      snoozedUntil: null,
      snoozedBy: null,
    } as never)
    .where(
      and(eq(tickets.id, sql.placeholder('id')), eq(tickets.version, sql.placeholder('seen')), eq(tickets.open, true)),
    ),
)

const release = freeze('release join key', (tx) =>
  tx
    .update(tickets)
    .set({ joinKey: null })
    .where(eq(tickets.joinKey, sql.placeholder('joinKey'))),
)
