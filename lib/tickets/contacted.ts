import { and, eq, sql } from 'drizzle-orm'
import { type Filled, freeze } from '@/db'
import { contactAttempts, slaClocks, tickets } from '@/db/schema'
import { type Author, record } from '@/lib/events'
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

const at = sql.placeholder('at')
const id = sql.placeholder('id')

const insertAttempt = freeze('insert attempt', (tx) =>
  tx
    .insert(contactAttempts)
    .values(
      Object.fromEntries(
        ['id', 'ticketId', 'channel', 'direction', 'outcome', 'minutes', 'note', 'actorId', 'letterId', 'at'].map(
          (name) => [name, sql.placeholder(name)],
        ),
      ) as never,
    )
    .onConflictDoNothing({ target: contactAttempts.id }),
)

// A letter is counted once: its attempt, if it stands already, is not counted again.
const count = freeze('count attempt', (tx) =>
  tx
    .update(tickets)
    .set({
      attempts: sql`${tickets.attempts} + cast(${sql.placeholder('out')} as integer)`,
      contacts: sql`${tickets.contacts} + cast(${sql.placeholder('spoke')} as integer)`,
      firstAttemptAt: sql`coalesce(${tickets.firstAttemptAt}, cast(${sql.placeholder('tried')} as bigint))`,
      customerSpokeAt: sql`coalesce(cast(${sql.placeholder('heard')} as bigint), ${tickets.customerSpokeAt})`,
    })
    .where(
      and(
        eq(tickets.id, id),
        sql`not exists (select 1 from ${contactAttempts} where ${contactAttempts.letterId} = ${sql.placeholder('letterId')} and ${contactAttempts.ticketId} = ${tickets.id})`,
      ),
    ),
)

const stopClock = freeze('stop contact clock', (tx) =>
  tx
    .update(slaClocks)
    .set({
      state: sql`case when ${slaClocks.dueAt} < ${at} then 'stopped' else 'met' end`,
      breachedAt: sql`case when ${slaClocks.dueAt} < ${at} then coalesce(${slaClocks.breachedAt}, ${slaClocks.dueAt}) else ${slaClocks.breachedAt} end`,
      settledAt: at as never,
    })
    .where(and(eq(slaClocks.ticketId, id), eq(slaClocks.kind, 'first_contact'), eq(slaClocks.state, 'running'))),
)

// The alarm stays where it was, at worst too early: the sweep looks again and sets it right.
const reach = freeze('fix first contact', (tx) =>
  tx
    .update(tickets)
    .set({
      firstContactAt: at as never,
      nextDueAt: sql`(select min(${slaClocks.dueAt}) from ${slaClocks} where ${slaClocks.ticketId} = ${tickets.id} and ${slaClocks.state} = 'running')`,
    })
    .where(and(eq(tickets.id, id), sql`${tickets.firstContactAt} is null`)),
)
