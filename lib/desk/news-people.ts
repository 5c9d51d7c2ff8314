import { and, eq, inArray, ne } from 'drizzle-orm'
import { db } from '@/db'
import { contributors, memberships, tickets, users, watchers } from '@/db/schema'

export type Case = { id: string; teamId: string; assigneeId: string | null; helping: string[]; watching: string[] }
export type Person = { id: string; role: string; teams: string[] }
export const maySee = ({ role, teams }: Person, { teamId, helping }: Case): boolean =>
  role === 'admin' || role === 'manager' || teams.some((team) => team === teamId || helping.includes(team))

export async function casesOf(ids: string[]): Promise<Map<string, Case>> {
  const [rows, helping, watching] = await Promise.all([
    db
      .select({ id: tickets.id, teamId: tickets.teamId, assigneeId: tickets.assigneeId })
      .from(tickets)
      .where(inArray(tickets.id, ids)),
    db.select().from(contributors).where(inArray(contributors.ticketId, ids)),
    db.select().from(watchers).where(inArray(watchers.ticketId, ids)),
  ])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        helping: helping.flatMap(({ ticketId, teamId }) => (ticketId === row.id ? [teamId] : [])),
        watching: watching.flatMap(({ ticketId, userId }) => (ticketId === row.id ? [userId] : [])),
      },
    ]),
  )
}

export async function peopleOfDesk(): Promise<Person[]> {
  const [rows, belongs] = await Promise.all([
    db
      .select({ id: users.id, role: users.role })
      .from(users)
      .where(and(eq(users.active, true), ne(users.role, 'viewer'))),
    db.select({ userId: memberships.userId, teamId: memberships.teamId }).from(memberships),
  ])
  const teams = new Map<string, string[]>()
  for (const { userId, teamId } of belongs) teams.set(userId, [...(teams.get(userId) ?? []), teamId])
  return rows.map((row) => ({ ...row, teams: teams.get(row.id) ?? [] }))
}
