import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { slaClocks, teams, tickets } from '@/db/schema'
import { sealToken } from '@/lib/kit/seal'
import type { OwnAnswer } from '@/lib/surveys'

/** What comes of an answer, as far as it is true: the case, who answers for it, by when they write. */
export type NextStep = {
  number: number
  /** The word of the customer's own page. */
  token: string
  team: { name: string; names: Record<string, string> }
  /** When a person has to have written; null when that has happened, or nobody may or can write. */
  replyBy: Date | null
  writes: 'yes' | 'not_allowed' | 'no_address'
  status: 'open' | 'resolved' | 'closed'
}

/** The case that an answer opened, joined or settled; null when there is none. */
export async function nextStepOf(own: OwnAnswer): Promise<NextStep | null> {
  if (!own.ticketId) return null
  const [found] = await db
    .select({ ticket: tickets, team: { name: teams.name, names: teams.names }, clock: slaClocks })
    .from(tickets)
    .innerJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(slaClocks, and(eq(slaClocks.ticketId, tickets.id), eq(slaClocks.kind, 'first_contact')))
    .where(eq(tickets.id, own.ticketId))
    .limit(1)
  if (!found || found.ticket.status === 'discarded') return null
  const { ticket, team, clock } = found
  return {
    number: ticket.number,
    token: sealToken('case', ticket.id),
    team,
    replyBy: clock?.state === 'running' ? clock.dueAt : null,
    writes: ticket.contactable ? 'yes' : own.hasAddress ? 'not_allowed' : 'no_address',
    status: ticket.open ? 'open' : ticket.status === 'resolved' ? 'resolved' : 'closed',
  }
}

/** By when a person has to have written on a case, while that is still to come. */
export async function replyByOf(ticketId: string): Promise<Date | null> {
  const [clock] = await db
    .select({ state: slaClocks.state, dueAt: slaClocks.dueAt })
    .from(slaClocks)
    .where(and(eq(slaClocks.ticketId, ticketId), eq(slaClocks.kind, 'first_contact')))
    .limit(1)
  return clock?.state === 'running' ? clock.dueAt : null
}
