import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { atomically, db, isDuplicate, must, type Step, type Tx } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { memberships, teams, users } from '@/db/schema'
import { record } from '@/lib/events'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { emailKey, fold } from '@/lib/kit/text'
import { organization } from './organization'
import { changes, fact, lastAdmin, otherAdmin } from './people-changes'
import { acceptablePassword, insertMembership, insertUser, newPerson, refuseField } from './person'
import { revokeSessions } from './sessions'
import { type Actor, demand, type NewUserInput, type UserPatch } from './shared'

/** Makes a person, with a password or without (then a reset link lets them in). Refuses `user.taken` at `email`, `team.unknown`. */
export async function createUser(actor: Actor, input: NewUserInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'people.manage')
  const house = await organization()
  const teamIds = await knownTeams(input.teams)
  const passwordHash = input.password ? await acceptablePassword(input.password, input.email) : null
  const id = newId('user')
  const { name, email, role } = input
  const locale = input.locale ?? house?.locale ?? 'es'
  const timeZone = input.timeZone ?? house?.timeZone ?? 'UTC'
  await takenAt('email', () =>
    atomically(() => [
      insertUser(newPerson({ id, name, email, role, locale, timeZone, passwordHash }, now)),
      ...join(id, teamIds, now),
      ...record([fact(actor, 'user.created', id, { role, teams: teamIds })], now),
    ]),
  )
  return { id }
}

/**
 * Changes another person's name, address, role, teams, or whether they may come in. A new role or being shut out ends their
 * sessions. Refuses `user.unknown`, `user.stale`, `team.unknown`, and `user.lastAdmin` when nobody would be left to administer.
 */
export async function updateUser(actor: Actor, id: string, patch: UserPatch, now: Date): Promise<void> {
  demand(actor, 'people.manage')
  const [user] = await db.select().from(users).where(eq(users.id, id))
  if (!user) return refuse('user.unknown')
  const teamIds = patch.teams && (await knownTeams(patch.teams))
  const { name = user.name, email = user.email, role = user.role, active = user.active } = patch
  const key = emailKey(email) ?? refuseField('email', 'emailWrong')
  const leaves = user.role === 'admin' && user.active && (role !== 'admin' || !active)
  const same = and(eq(users.id, id), eq(users.version, user.version))
  const change = (tx: Tx): Step[] => [
    // First, because it makes such lists wait for each other: two administrators cannot dismiss one another.
    raiseConfiguration(),
    ...(leaves
      ? [
          must(
            tx
              .update(users)
              .set({ active: sql`${users.active}` })
              .where(otherAdmin(id)),
            lastAdmin,
          ),
        ]
      : []),
    must(
      tx
        .update(users)
        .set({ name, folded: fold(name), email, emailKey: key, role, active, version: user.version + 1 })
        .where(same),
      () => new Refusal('user.stale'),
    ),
    ...(role !== user.role || !active || key !== user.emailKey ? [revokeSessions(tx, [id], now)] : []),
    ...(teamIds ? [tx.delete(memberships).where(eq(memberships.userId, id)), ...join(id, teamIds, now)] : []),
    ...record(changes(actor, user, { role, active, teamIds }), now),
  ]
  await takenAt('email', () => atomically(change))
}

/** Some teams' ids as given, if all of them stand; refuses `team.unknown`. */
export async function knownTeams(ids: string[]): Promise<string[]> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return []
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(inArray(teams.id, distinct), isNull(teams.retiredAt)))
  return rows.length === distinct.length ? distinct : refuse('team.unknown')
}

/** The writes that make a person a member of teams. */
export const join = (userId: string, teamIds: string[], now: Date): Step[] =>
  teamIds.map((teamId) => insertMembership({ teamId, userId, createdAt: now }))

/** Runs a list that makes a person; a duplicate address becomes an issue of that field. */
export async function takenAt<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    return isDuplicate(error) ? refuseField(path, 'emailTaken') : Promise.reject(error)
  }
}
