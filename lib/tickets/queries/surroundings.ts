import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { db } from '@/db'
import { causes, contributors, rules, slaPolicies, teams, tickets, ticketTags, touchpoints, users } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { sees } from '../access'
import type { Dossier } from '../dossier'
import type { TicketRow } from '../row'
import type { Named } from './answers'

type Slugged = Named & { slug: string }

/** The things that a ticket names. */
export type Around = {
  team: Slugged | null
  contributors: Slugged[]
  touchpoint: Slugged | null
  assignee: { id: string; name: string; active: boolean } | null
  rootCause: Slugged | null
  policy: Named | null
  rule: Named | null
  tags: string[]
  /** The ticket that this one was merged into. */
  mergedInto: { id: string; number: number } | null
}

/** Another ticket of the same customer. */
export type OtherTicket = Pick<TicketRow, 'id' | 'number' | 'status' | 'score' | 'category'> & {
  own: boolean
  touchpoint: Slugged | null
  /** Only of a ticket that the reader may see. */
  more: Pick<TicketRow, 'priority' | 'outcome' | 'verdictScore' | 'receivedAt' | 'mergedInto'> | null
}

export async function around({ ticket, contributors: helping }: Dossier): Promise<Around> {
  const teamIds = [ticket.teamId, ...helping]
  const [itsTeams, [touchpoint], [assignee], [cause], [policy], [rule], tags, [merged]] = await Promise.all([
    db.select(teamFields).from(teams).where(inArray(teams.id, teamIds)),
    db
      .select(placeFields)
      .from(touchpoints)
      .where(eq(touchpoints.id, ticket.touchpointId ?? '')),
    db
      .select({ id: users.id, name: users.name, active: users.active })
      .from(users)
      .where(eq(users.id, ticket.assigneeId ?? '')),
    db
      .select(causeFields)
      .from(causes)
      .where(eq(causes.id, ticket.rootCauseId ?? '')),
    db
      .select({ id: slaPolicies.id, name: slaPolicies.name, names: slaPolicies.names })
      .from(slaPolicies)
      .where(eq(slaPolicies.id, ticket.slaPolicyId)),
    db
      .select({ id: rules.id, name: rules.name, names: rules.names })
      .from(rules)
      .where(eq(rules.id, ticket.ruleId ?? '')),
    db
      .select({ tag: ticketTags.tag })
      .from(ticketTags)
      .where(eq(ticketTags.ticketId, ticket.id))
      .orderBy(ticketTags.tag),
    db
      .select({ id: tickets.id, number: tickets.number })
      .from(tickets)
      .where(eq(tickets.id, ticket.mergedInto ?? '')),
  ])
  return {
    team: itsTeams.find(({ id }) => id === ticket.teamId) ?? null,
    contributors: itsTeams.filter(({ id }) => id !== ticket.teamId),
    touchpoint: touchpoint ?? null,
    assignee: assignee ?? null,
    rootCause: cause ?? null,
    policy: policy ?? null,
    rule: rule ?? null,
    tags: tags.map(({ tag }) => tag),
    mergedInto: merged ?? null,
  }
}

const most = 50

export async function otherTickets(actor: Actor, { id, customerId }: TicketRow): Promise<OtherTicket[]> {
  if (!customerId) return []
  const rows = await db
    .select({ ticket: tickets, touchpoint: placeFields })
    .from(tickets)
    .leftJoin(touchpoints, eq(touchpoints.id, tickets.touchpointId))
    .where(and(eq(tickets.customerId, customerId), ne(tickets.id, id)))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(most)
  const ids = rows.map(({ ticket }) => ticket.id)
  const helping = ids.length > 0 ? await db.select().from(contributors).where(inArray(contributors.ticketId, ids)) : []
  return rows.map(({ ticket, touchpoint }) => {
    const { number, status, score, category, priority, outcome, verdictScore, receivedAt, mergedInto } = ticket
    const helpers = helping.filter(({ ticketId }) => ticketId === ticket.id).map(({ teamId }) => teamId)
    const own = sees(actor, ticket.teamId, helpers)
    const more = own ? { priority, outcome, verdictScore, receivedAt, mergedInto } : null
    return { id: ticket.id, number, status, score, category, touchpoint, own, more }
  })
}

const teamFields = { id: teams.id, slug: teams.slug, name: teams.name, names: teams.names }
const placeFields = { id: touchpoints.id, slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names }
const causeFields = { id: causes.id, slug: causes.slug, name: causes.name, names: causes.names }
