import { desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db'
import { letters, tickets, touchpoints } from '@/db/schema'
import { ticketOf } from './access'

/** A ticket of a customer. Of another team's (`own` false) only number, touchpoint, state and score are told. */
export type TicketLine = {
  id: string
  number: number
  own: boolean
  status: (typeof tickets.$inferSelect)['status']
  score: number | null
  category: (typeof tickets.$inferSelect)['category']
  touchpoint: { slug: string; name: string; names: Record<string, string> } | null
  priority: string | null
  outcome: string | null
  verdictScore: number | null
  receivedAt: Date | null
}

export type LetterLine = {
  id: string
  kind: (typeof letters.$inferSelect)['kind']
  state: (typeof letters.$inferSelect)['state']
  ticketId: string | null
  subject: string | null
  createdAt: Date
  sentAt: Date | null
}

const most = 200
type Scope = { all: true } | { all: false; teams: string[] }

/** The newest tickets of one person, each as much as the reader may know. */
export async function ticketsOfCustomer(customerId: string, scope: Scope): Promise<TicketLine[]> {
  const own = scope.all ? sql`1 = 1` : (ticketOf(scope.teams) ?? sql`1 = 0`)
  const rows = await db
    .select({
      ticket: tickets,
      own: sql<number>`case when ${own} then 1 else 0 end`.mapWith(Number),
      touchpoint: { slug: touchpoints.slug, name: touchpoints.name, names: touchpoints.names },
    })
    .from(tickets)
    .leftJoin(touchpoints, eq(touchpoints.id, tickets.touchpointId))
    .where(eq(tickets.customerId, customerId))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(most)
  return rows.map((row) => {
    const { id, number, status, score, category, priority, outcome, verdictScore, receivedAt } = row.ticket
    const line = { id, number, status, score, category, touchpoint: row.touchpoint }
    return row.own === 1
      ? { ...line, own: true, priority, outcome, verdictScore, receivedAt }
      : { ...line, own: false, priority: null, outcome: null, verdictScore: null, receivedAt: null }
  })
}

/** The newest letters to one person; with `ticketIds` only those of these tickets. */
export async function lettersOfCustomer(customerId: string, ticketIds: string[] | null): Promise<LetterLine[]> {
  const { id, kind, state, ticketId, subject, createdAt, sentAt } = letters
  const rows = await db
    .select({ id, kind, state, ticketId, subject, createdAt, sentAt })
    .from(letters)
    .where(eq(letters.customerId, customerId))
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(most)
  return ticketIds ? rows.filter((row) => row.ticketId !== null && ticketIds.includes(row.ticketId)) : rows
}
