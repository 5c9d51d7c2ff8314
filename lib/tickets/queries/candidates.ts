import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { db, type Filled, freeze } from '@/db'
import { memberships, tickets, users } from '@/db/schema'
import { count } from '@/db/sql'
import { type AssignmentWay, chooseAssignee } from '../assignment'

/** Who gets a team's next ticket, and the writes that say that it was their turn: for the list that opens it. */
export async function nextAssignee(
  way: AssignmentWay,
  teamId: string,
  now: Date,
): Promise<{ id: string | null; writes: Filled[] }> {
  if (way === 'none') return { id: null, writes: [] }
  const members = await db
    .select({ id: users.id, lastAssignedAt: users.lastAssignedAt, absentUntil: users.absentUntil })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), eq(users.active, true), ne(users.role, 'viewer')))
  const load = way === 'least_open' ? await openOf(members.map(({ id }) => id)) : new Map<string | null, number>()
  const candidates = members.map((member) => ({ ...member, open: load.get(member.id) ?? 0 }))
  const id = chooseAssignee(way, candidates, now)
  return { id, writes: id ? [takeTurn({ id, now })] : [] }
}

async function openOf(people: string[]): Promise<Map<string | null, number>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .select({ id: tickets.assigneeId, open: count() })
    .from(tickets)
    .where(and(inArray(tickets.assigneeId, people), eq(tickets.open, true)))
    .groupBy(tickets.assigneeId)
  return new Map(rows.map(({ id, open }) => [id, open]))
}

const takeTurn = freeze('take turn', (tx) =>
  tx
    .update(users)
    .set({ lastAssignedAt: sql.placeholder('now') as never })
    .where(eq(users.id, sql.placeholder('id'))),
)

/** Whether a person is an active member of a team and there at `now`, and so may be given its tickets. */
export async function isAssignable(userId: string, teamId: string, now: Date): Promise<boolean> {
  const member = and(eq(memberships.teamId, teamId), eq(memberships.userId, userId), eq(users.active, true))
  const rows = await db
    .select({ absentUntil: users.absentUntil })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(member)
  return rows.some(({ absentUntil }) => !absentUntil || absentUntil <= now)
}
