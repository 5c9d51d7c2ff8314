import { and, eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { sessions, users } from '@/db/schema'
import { log } from '@/lib/kit/log'
import { refuse } from '@/lib/kit/refusal'
import { randomToken, sha256 } from '@/lib/kit/seal'
import { emailKey } from '@/lib/kit/text'
import { isPassword } from './hash'
import { openSession, type Visit } from './sessions'
import { attempt, forget, forgive, visitor } from './throttle'

export type Credentials = Visit & { email: string; password: string }

const perAccount = 10
const perAddress = 30

/**
 * Opens a session for an address and a password. Refuses `identity.credentials` (one sentence for whatever was wrong) and,
 * after 10 failures of an account or 30 of a network address in 15 minutes, `identity.throttled`. Failures are counted
 * before the password is hashed; a place where the owner has been before is counted apart, so that nobody locks them out.
 */
export async function signIn(given: Credentials, now: Date): Promise<{ sid: string; userId: string }> {
  const key = emailKey(given.email) ?? given.email.trim().toLowerCase()
  const [user] = await db.select().from(users).where(eq(users.emailKey, key))
  const account = `signin:account:${sha256(key)}${(await isKnown(user?.id, given.address)) ? `:${visitor(given.address)}` : ''}`
  const address = `signin:address:${visitor(given.address)}`
  await attempt(
    [
      { key: account, most: perAccount },
      { key: address, most: perAddress },
    ],
    now,
  )
  const right = await isPassword(given.password, user?.active ? user.passwordHash : null)
  if (!user || !right) {
    log().warn({ user: user?.id ?? null }, 'sign-in failed')
    return refuse('identity.credentials')
  }
  const sid = randomToken()
  await atomically((tx) => [...openSession(tx, user.id, sid, given, now), forgive(tx, address), forget(tx, [account])])
  return { sid, userId: user.id }
}

async function isKnown(userId: string | undefined, address: string | null): Promise<boolean> {
  const [one] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId ?? ''), eq(sessions.address, address ?? '')))
    .limit(1)
  return one !== undefined
}
