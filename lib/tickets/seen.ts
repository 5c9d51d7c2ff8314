import { eq, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { contributors, tickets } from '@/db/schema'
import { type Actor, demand, type UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { sees, unknown } from './access'

/** A ticket as far as it must be known to say whether somebody sees it. */
export type Seen = { id: string; teamId: string; helping: string[] }

/** The ticket, if the actor sees it; one read. Refuses `ticket.unknown`, `identity.forbidden`. */
export async function seenTicket(actor: Actor, id: string): Promise<Seen> {
  demand(actor, 'tickets.read')
  const rows = await teamsOfTicket({ id })
  const [first] = rows
  if (!first) return unknown()
  const helping = rows.flatMap(({ helping: team }) => team ?? [])
  return sees(actor, first.teamId, helping) ? { id, teamId: first.teamId, helping } : unknown()
}

/** The ticket that a person marks for themselves. Refuses as `seenTicket`, and `identity.forbidden` for a program, which has no eyes. */
export async function seenByPerson(actor: Actor, id: string): Promise<Seen & { reader: UserActor }> {
  if (actor.kind !== 'user') return refuse('identity.forbidden', { permission: 'tickets.read' })
  return { ...(await seenTicket(actor, id)), reader: actor }
}

const teamsOfTicket = prepared('teams of a ticket', (read) =>
  read
    .select({ teamId: tickets.teamId, helping: contributors.teamId })
    .from(tickets)
    .leftJoin(contributors, eq(contributors.ticketId, tickets.id))
    .where(eq(tickets.id, sql.placeholder('id'))),
)
