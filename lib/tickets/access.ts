import { and, inArray, or, type SQL } from 'drizzle-orm'
import { db } from '@/db'
import { contributors, tickets } from '@/db/schema'
import { type Actor, permits, scopeOf } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'

/** Whether the actor sees a ticket of this team with these contributing teams. */
export function sees(actor: Actor, teamId: string, contributing: string[]): boolean {
  if (!permits(actor, 'tickets.read')) return false
  const scope = scopeOf(actor)
  return scope.all || scope.teams.includes(teamId) || contributing.some((team) => scope.teams.includes(team))
}

/** Refuses `ticket.unknown`, as for a ticket that does not exist. */
export const unknown = (): never => refuse('ticket.unknown')

/** The condition of the tickets that the actor sees; nothing for those who see all. */
export function seenBy(actor: Actor): SQL | undefined {
  const scope = scopeOf(actor)
  if (scope.all) return undefined
  return or(inArray(tickets.teamId, scope.teams), inArray(tickets.id, contributedBy(scope.teams)))
}

/** Ids of the tickets to which some teams contribute. */
export const contributedBy = (teams: string[]) =>
  db.select({ id: contributors.ticketId }).from(contributors).where(inArray(contributors.teamId, teams))

/** Which of some tickets the actor sees. */
export async function seenAmong(actor: Actor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0 || !permits(actor, 'tickets.read')) return new Set()
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(inArray(tickets.id, ids), seenBy(actor)))
  return new Set(rows.map(({ id }) => id))
}
