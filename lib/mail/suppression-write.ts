import { sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { suppressions } from '@/db/schema'

export const insert = freeze('suppress', (tx) =>
  tx
    .insert(suppressions)
    .values({
      addressKey: sql.placeholder('addressKey'),
      reason: sql.placeholder('reason'),
      letterId: sql.placeholder('letterId'),
      at: sql.placeholder('at'),
      until: sql.placeholder('until'),
      status: sql.placeholder('status'),
    } as never)
    .onConflictDoUpdate({
      target: suppressions.addressKey,
      set: {
        reason: sql`excluded.reason`,
        letterId: sql`excluded.letter_id`,
        at: sql`excluded.at`,
        until: sql`excluded.until`,
        status: sql`excluded.status`,
      },
    }),
)
