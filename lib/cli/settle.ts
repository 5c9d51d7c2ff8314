import { inArray, isNull } from 'drizzle-orm'
import { atomically, closeDatabase, db } from '@/db'
import { migrate } from '@/db/migrate'
import { erasures, heartbeats, letters, passes, sessions } from '@/db/schema'
import { eraseForgotten } from '@/lib/customers'

export type Forgotten = { hash: string; at: number }

/** Who was erased from the present database: a restored one must forget them again. */
export async function forgotten(): Promise<Forgotten[]> {
  const rows = await db.select().from(erasures)
  await closeDatabase()
  return rows.map(({ hash, at }) => ({ hash, at: at.getTime() }))
}

/**
 * Makes a restored database safe to start: brought to this program's schema; letters that may have left since the backup
 * are held until a person lets them go; nobody is signed in and no link to join or reset is good; the erased stay erased.
 */
export async function settle(erased: Forgotten[], now: Date): Promise<void> {
  await migrate()
  await atomically((tx) => [
    tx
      .update(letters)
      .set({ state: 'held', updatedAt: now })
      .where(inArray(letters.state, ['queued', 'sending', 'unknown'])),
    tx.delete(sessions),
    tx.update(passes).set({ revokedAt: now }).where(isNull(passes.usedAt)),
    tx.delete(heartbeats),
    ...erased.map(({ hash, at }) =>
      tx
        .insert(erasures)
        .values({ hash, at: new Date(at) })
        .onConflictDoNothing(),
    ),
  ])
  await eraseForgotten(now)
}
