import { eq, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { memberships, users } from '@/db/schema'
import { localeOf, type UserActor } from './shared'

const byId = prepared('actor by id', (read) =>
  read
    .select({ user: users, teamId: memberships.teamId })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.id, sql.placeholder('id'))),
)

/** A person with the rights that they have now; null when they are gone or were deactivated. For work that they began and that goes on without them. */
export async function actorOf(userId: string): Promise<UserActor | null> {
  const rows = await byId({ id: userId })
  const user = rows[0]?.user
  if (!user?.active) return null
  const { id, name, role, locale, timeZone } = user
  const teams = rows.flatMap(({ teamId }) => (teamId ? [teamId] : []))
  return { kind: 'user', id, name, role, teams, locale: localeOf(locale), timeZone }
}
