import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { atomically, db, frozen, must } from '@/db'
import { prepared } from '@/db/prepared'
import { apiKeys } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { minutes } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { log } from '@/lib/kit/log'
import { once } from '@/lib/kit/once'
import { Refusal } from '@/lib/kit/refusal'
import { sha256 } from '@/lib/kit/seal'
import { random62 } from './random-word'
import { type Actor, authorOf, demand, type KeyActor, type KeyInput, type Scope, scopes } from './shared'

type KeyRow = typeof apiKeys.$inferSelect
export type KeyShown = Omit<KeyRow, 'keyHash'>

/** `rate` is requests a second; 0 is no limit. */
export type KeyFound = KeyActor & { rate: number }

const insertKey = frozen(apiKeys)
const byHash = prepared('key by hash', (read) =>
  read
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.keyHash, sql.placeholder('hash'))),
)

/** Makes an API key: `lazo_` and 32 characters, shown this once, stored as its SHA-256. */
export async function createKey(actor: Actor, input: KeyInput, now: Date): Promise<{ id: string; key: string }> {
  demand(actor, 'keys.manage')
  const key = `lazo_${random62(32)}`
  const id = newId('key')
  await atomically(() => [
    insertKey({
      id,
      name: input.name,
      keyHash: sha256(key),
      hint: key.slice(-4),
      scopes: input.scopes,
      rate: input.rate,
      createdBy: actor.id,
      createdAt: now,
      lastUsedAt: null,
      revokedAt: null,
    }),
    ...record([fact(actor, 'settings.key_created', id, { scopes: input.scopes, rate: input.rate })], now),
  ])
  return { id, key }
}

/** Ends a key: a second later at most no process takes it. Refuses `key.unknown`. */
export async function revokeKey(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'keys.manage')
  await atomically((tx) => [
    must(
      tx
        .update(apiKeys)
        .set({ revokedAt: now })
        .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt))),
      () => new Refusal('key.unknown'),
    ),
    ...record([fact(actor, 'settings.key_revoked', id, {})], now),
  ])
  cache().clear()
}

/** All keys, newest first, without anything that opens a door. */
export async function listKeys(actor: Actor): Promise<KeyShown[]> {
  demand(actor, 'keys.manage')
  const rows = await db.select().from(apiKeys).orderBy(desc(apiKeys.id))
  return rows.map(({ keyHash: _, ...shown }) => shown)
}

/** The program that bears this key (with or without the word Bearer), or null. Remembered for a second. */
export async function keyActor(bearer: string, now: Date): Promise<KeyFound | null> {
  const key = bearer.replace(/^Bearer /i, '')
  if (!/^lazo_[0-9A-Za-z]{32}$/.test(key)) return null
  const hash = sha256(key)
  const kept = cache().get(hash)
  const age = kept ? now.getTime() - kept.at : -1
  if (kept && age >= 0 && age < 1_000) return kept.found
  const [row] = await byHash({ hash })
  const found: KeyFound | null =
    row && row.revokedAt === null
      ? { kind: 'key', id: row.id, scopes: row.scopes.filter(isScope), rate: row.rate }
      : null
  if (cache().size > 1_000) cache().clear()
  cache().set(hash, { at: now.getTime(), found })
  if (row && found) await touch(row, now)
  return found
}

const cache = () => once('identity.keys', () => new Map<string, { at: number; found: KeyFound | null }>())

const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text)

// One write in five minutes, not one a request; a full disk must not close the door.
async function touch(row: KeyRow, now: Date): Promise<void> {
  if (row.lastUsedAt && now.getTime() - row.lastUsedAt.getTime() < minutes(5)) return
  await atomically((tx) => [tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, row.id))]).catch(
    (error: unknown) => log().warn({ err: error, key: row.id }, 'key not touched'),
  )
}

const fact = (actor: Actor, kind: string, id: string, payload: Record<string, unknown>): Fact => ({
  kind,
  subject: { kind: 'key', id },
  actor: authorOf(actor),
  payload,
})
