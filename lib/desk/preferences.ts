import { eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { users } from '@/db/schema'
import type { UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { keyFaults, Preferences, type PreferencesPatch } from './preference-input'

/** How a person likes the desk; what they never chose is as delivered. */
export async function preferencesOf(actor: UserActor): Promise<Preferences> {
  const [row] = await db.select({ kept: users.preferences }).from(users).where(eq(users.id, actor.id))
  const kept = Preferences.safeParse(row?.kept ?? {})
  return kept.success ? kept.data : Preferences.parse({})
}

/**
 * Changes what is given and keeps the rest. Refuses `input.invalid`, naming `keys.<deed>`, for a key that is reserved, none,
 * or another deed's.
 */
export async function savePreferences(actor: UserActor, patch: PreferencesPatch, _now: Date): Promise<Preferences> {
  const next = { ...(await preferencesOf(actor)), ...defined(patch) }
  const faults = Object.entries(keyFaults(next.keys))
  if (faults.length > 0) {
    refuse(
      'input.invalid',
      {},
      faults.map(([deed, code]) => ({ path: `keys.${deed}`, code, message: code })),
    )
  }
  await atomically((tx) => [tx.update(users).set({ preferences: next }).where(eq(users.id, actor.id))])
  return next
}

const defined = (patch: PreferencesPatch): Partial<Preferences> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Preferences>
