import { eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { users } from '@/db/schema'
import { record } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { randomToken, sha256 } from '@/lib/kit/seal'
import { fold } from '@/lib/kit/text'
import { isPassword } from './hash'
import { acceptablePassword, refuseField } from './person'
import { openSession, revokeSessions, type Visit } from './sessions'
import { authorOf, type MePatch, type UserActor } from './shared'
import { attempt, forget } from './throttle'

/** What a person may see of their own account. */
export async function me(actor: UserActor): Promise<{ email: string; shortcuts: boolean; hasPassword: boolean }> {
  const [row] = await db.select().from(users).where(eq(users.id, actor.id))
  if (!row) return refuse('user.unknown')
  return { email: row.email, shortcuts: row.shortcuts, hasPassword: row.passwordHash !== null }
}

/** Changes the actor's own name, language, time zone or shortcuts. */
export async function updateMe(actor: UserActor, patch: MePatch, now: Date): Promise<void> {
  const set = { ...patch, ...(patch.name !== undefined && { folded: fold(patch.name) }) }
  if (Object.keys(set).length === 0) return
  await atomically((tx) => [
    tx.update(users).set(set).where(eq(users.id, actor.id)),
    ...record(
      [
        {
          kind: 'user.profile_changed',
          subject: { kind: 'user', id: actor.id },
          actor: authorOf(actor),
          payload: { fields: Object.keys(patch) },
        },
      ],
      now,
    ),
  ])
}

/**
 * Sets a new password after the present one was given again; every session ends and a new one opens, whose `sid` is
 * returned. Refuses `input.invalid` at `current` or `password`; ten wrong ones in 15 minutes are `identity.throttled`.
 */
export async function changePassword(
  actor: UserActor,
  given: { current: string; password: string } & Visit,
  now: Date,
): Promise<{ sid: string; userId: string }> {
  const [row] = await db.select().from(users).where(eq(users.id, actor.id))
  if (!row) return refuse('user.unknown')
  const key = `password:${sha256(actor.id)}`
  await attempt([{ key, most: 10 }], now)
  if (!(await isPassword(given.current, row.passwordHash))) return refuseField('current', 'passwordWrong')
  const passwordHash = await acceptablePassword(given.password, row.email)
  const sid = randomToken()
  await atomically((tx) => [
    tx
      .update(users)
      .set({ passwordHash, version: row.version + 1 })
      .where(eq(users.id, actor.id)),
    revokeSessions(tx, [actor.id], now),
    ...openSession(tx, actor.id, sid, given, now),
    forget(tx, [key]),
    ...record(
      [{ kind: 'user.password_changed', subject: { kind: 'user', id: actor.id }, actor: authorOf(actor) }],
      now,
    ),
  ])
  return { sid, userId: actor.id }
}
