import { and, eq, sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { contactAttempts, slaClocks, tickets } from '@/db/schema'

const at = sql.placeholder('at')
const id = sql.placeholder('id')

export const insertAttempt = freeze('insert attempt', (tx) =>
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
export const count = freeze('count attempt', (tx) =>
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

export const stopClock = freeze('stop contact clock', (tx) =>
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
export const reach = freeze('fix first contact', (tx) =>
  tx
    .update(tickets)
    .set({
      firstContactAt: at as never,
      nextDueAt: sql`(select min(${slaClocks.dueAt}) from ${slaClocks} where ${slaClocks.ticketId} = ${tickets.id} and ${slaClocks.state} = 'running')`,
    })
    .where(and(eq(tickets.id, id), sql`${tickets.firstContactAt} is null`)),
)
