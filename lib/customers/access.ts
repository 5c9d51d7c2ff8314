import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { contributors, customers, responses, tickets, touchpoints } from '@/db/schema'
import { type Actor, demand, permits, scopeOf } from '@/lib/identity/shared'

export const mayReadCustomers = (actor: Actor): boolean => permits(actor, 'customers.read')

/** Whose customers an actor sees: everybody's, or those with a ticket of their teams or an answer at a touchpoint of theirs. */
export function customersSeenBy(actor: Actor): SQL | undefined {
  demand(actor, 'customers.read')
  const scope = scopeOf(actor)
  if (scope.all) return undefined
  const ticket = db
    .select({ one: sql`1` })
    .from(tickets)
    .where(and(eq(tickets.customerId, customers.id), ticketOf(scope.teams)))
  const answer = db
    .select({ one: sql`1` })
    .from(responses)
    .innerJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(and(eq(responses.customerId, customers.id), inArray(touchpoints.teamId, scope.teams)))
  return or(exists(ticket), exists(answer)) ?? sql`1 = 0`
}

/** A ticket that these teams own or help with. */
export const ticketOf = (teams: string[]): SQL | undefined =>
  or(
    inArray(tickets.teamId, teams),
    exists(
      db
        .select({ one: sql`1` })
        .from(contributors)
        .where(and(eq(contributors.ticketId, tickets.id), inArray(contributors.teamId, teams))),
    ),
  )
