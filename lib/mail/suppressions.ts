import { eq, sql } from 'drizzle-orm'
import { type Filled, freeze } from '@/db'
import { prepared } from '@/db/prepared'
import { suppressions } from '@/db/schema'

const insert = freeze('suppress', (tx) =>
  tx
    .insert(suppressions)
    .values({
      addressKey: sql.placeholder('addressKey'),
      reason: sql.placeholder('reason'),
      letterId: sql.placeholder('letterId'),
      at: sql.placeholder('at'),
    } as never)
    .onConflictDoNothing({ target: suppressions.addressKey }),
)

/** The write after which an address gets nothing automatic any more; what a person writes still goes out. */
export const suppress = (addressKey: string, reason: string, now: Date, letterId: string | null = null): Filled =>
  insert({ addressKey, reason, letterId, at: now })

/** Why an address gets nothing automatic, or null. */
export async function suppressionOf(addressKey: string): Promise<{ reason: string; at: Date } | null> {
  return (await read({ addressKey }))[0] ?? null
}

const read = prepared('suppression of an address', (db) =>
  db
    .select({ reason: suppressions.reason, at: suppressions.at })
    .from(suppressions)
    .where(eq(suppressions.addressKey, sql.placeholder('addressKey'))),
)
