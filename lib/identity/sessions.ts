import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { atomically, db, frozen, type Step, type Tx } from '@/db'
import { prepared } from '@/db/prepared'
import { memberships, sessions, users } from '@/db/schema'
import { record } from '@/lib/events'
import { after } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { log } from '@/lib/kit/log'
import { refuse } from '@/lib/kit/refusal'
import { randomToken, sha256 } from '@/lib/kit/seal'
import { isLive, mostSessions, sessionGrain, sessionLife } from './session'
import { authorOf, localeOf, type UserActor } from './shared'

export type Visit = { address: string | null; agent: string | null }

const insertSession = frozen(sessions)

const bySid = prepared('session by sid', (read) =>
  read
    .select({ session: sessions, user: users, teamId: memberships.teamId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberships, eq(memberships.userId, sessions.userId))
    .where(eq(sessions.sidHash, sql.placeholder('hash'))),
)

/** The person whose session this is, or null when it ended, is too old, or the person was deactivated. Looked up on every request. */
export async function findActorBySession(sid: string, now: Date): Promise<UserActor | null> {
  const found = await openSessionOf(sid, now)
  if (found) await touch(found.session, now)
  return found?.actor ?? null
}

/** The same without keeping the session awake: for what looks again by itself, with nobody at the desk. */
export const actorBehind = async (sid: string, now: Date): Promise<UserActor | null> =>
  (await openSessionOf(sid, now))?.actor ?? null

async function openSessionOf(sid: string, now: Date) {
  const rows = await bySid({ hash: sha256(sid) })
  const row = rows[0]
  if (!row?.user.active || !isLive(row.session, now)) return null
  const { id, name, role, locale, timeZone } = row.user
  const teams = rows.flatMap(({ teamId }) => (teamId ? [teamId] : []))
  const actor: UserActor = { kind: 'user', id, name, role, teams, locale: localeOf(locale), timeZone }
  return { session: row.session, actor }
}

/** Opens a session: at most ten a person, the oldest give way. `sid` is shown once, stored hashed. */
export async function startSession(userId: string, visit: Visit, now: Date): Promise<{ sid: string; userId: string }> {
  const sid = randomToken()
  await atomically((tx) => openSession(tx, userId, sid, visit, now))
  return { sid, userId }
}

/** The writes of `startSession`, for lists that make the person as well. */
export const openSession = (tx: Tx, userId: string, sid: string, visit: Visit, now: Date): Step[] => [
  insertSession({
    id: newId('session'),
    sidHash: sha256(sid),
    userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: after(now, sessionLife),
    address: visit.address,
    agent: visit.agent?.slice(0, 300) ?? null,
    revokedAt: null,
  }),
  tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), notInArray(sessions.id, newest(tx, userId)))),
  ...record(
    [{ kind: 'user.signed_in', subject: { kind: 'user', id: userId }, actor: { kind: 'user', id: userId } }],
    now,
  ),
]

/** Ends the session that this is; nothing happens when it had ended. */
export async function endSession(sid: string, now: Date): Promise<void> {
  await atomically((tx) => [
    tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.sidHash, sha256(sid)), isNull(sessions.revokedAt))),
  ])
}

/** Ends one of the actor's own sessions by its id; refuses `session.unknown`. */
export async function endSessionById(actor: UserActor, id: string, now: Date): Promise<void> {
  const [ended] = await atomically((tx) => [
    tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, id), eq(sessions.userId, actor.id), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id }),
  ])
  if (ended?.length === 0) refuse('session.unknown')
}

/** Logs the actor out everywhere, this session included. */
export async function endAllSessions(actor: UserActor, now: Date): Promise<void> {
  await atomically((tx) => [
    revokeSessions(tx, [actor.id], now),
    ...record(
      [{ kind: 'user.signed_out_everywhere', subject: { kind: 'user', id: actor.id }, actor: authorOf(actor) }],
      now,
    ),
  ])
}

/** The write that ends every session of some people. */
export const revokeSessions = (tx: Tx, userIds: string[], now: Date): Step =>
  tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(inArray(sessions.userId, userIds), isNull(sessions.revokedAt)))

export type SessionShown = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  agent: string | null
  current: boolean
}

/** The actor's own open sessions, newest first; `sid` marks the one that asks. */
export async function listSessions(actor: UserActor, sid: string | null, now: Date): Promise<SessionShown[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), isNull(sessions.revokedAt)))
    .orderBy(desc(sessions.id))
  const own = sid === null ? '' : sha256(sid)
  return rows
    .filter((row) => isLive(row, now))
    .map(({ id, createdAt, lastSeenAt, address, agent, sidHash }) => ({
      id,
      createdAt,
      lastSeenAt,
      address,
      agent,
      current: sidHash === own,
    }))
}

const newest = (tx: Tx, userId: string) =>
  tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .orderBy(desc(sessions.id))
    .limit(mostSessions)

// A full disk must not lock the readers out, so this write may fail.
async function touch(session: { id: string; lastSeenAt: Date }, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < sessionGrain) return
  await atomically((tx) => [
    tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, session.id), isNull(sessions.revokedAt))),
  ]).catch((error: unknown) => log().warn({ err: error, session: session.id }, 'session not touched'))
}
