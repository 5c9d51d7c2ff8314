import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { memberships, teams, users } from '@/db/schema'
import { maySeeAddresses } from './access'
import { type Actor, localeOf, type Role } from './shared'
import type { Team } from './teams'

export type Person = {
  id: string
  name: string
  /** Null for those who need not know it. */
  email: string | null
  role: Role
  active: boolean
  locale: 'es' | 'en'
  timeZone: string
  /** Ids of their teams. */
  teams: string[]
  absentUntil: Date | null
}
export type Member = Person & { lastAssignedAt: Date | null }

/** Everybody, by name; deactivated people too (`active` false). */
export async function people(actor: Actor): Promise<Person[]> {
  const [rows, belongs] = await Promise.all([
    db.select().from(users).orderBy(asc(users.folded), asc(users.id)),
    db.select().from(memberships),
  ])
  const open = maySeeAddresses(actor)
  return rows.map((row) =>
    personOf(
      row,
      belongs.flatMap((one) => (one.userId === row.id ? [one.teamId] : [])),
      open || row.id === actor.id,
    ),
  )
}

/** One person, or null. */
export async function person(actor: Actor, id: string): Promise<Person | null> {
  return (await people(actor)).find((one) => one.id === id) ?? null
}

/** The active members of a team, by whose turn it is. */
export async function membersOf(teamId: string): Promise<Member[]> {
  const rows = await db
    .select({ user: users })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), eq(users.active, true)))
    .orderBy(asc(users.id))
  return rows
    .map(({ user }) => ({ ...personOf(user, [teamId], true), lastAssignedAt: user.lastAssignedAt }))
    .sort((a, b) => (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0))
}

/** The teams by name; `retired` asks for those that no longer work as well. Every signed-in person and key may. */
export const teamsOf = (retired: boolean): Promise<Team[]> =>
  db
    .select()
    .from(teams)
    .where(retired ? undefined : isNull(teams.retiredAt))
    .orderBy(asc(teams.folded), asc(teams.id))

/** The working teams by name. */
export const listTeams = (_actor: Actor, options: { retired?: boolean } = {}): Promise<Team[]> =>
  teamsOf(options.retired ?? false)

const personOf = (row: typeof users.$inferSelect, of: string[], open: boolean): Person => ({
  id: row.id,
  name: row.name,
  email: open ? row.email : null,
  role: row.role,
  active: row.active,
  locale: localeOf(row.locale),
  timeZone: row.timeZone,
  teams: of,
  absentUntil: row.absentUntil,
})
