import { sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { gestures } from '@/db/schema'

const standing = sql`${gestures.id} = ${sql.placeholder('id')} and ${gestures.withdrawnAt} is null`

export const approve = freeze('approve gesture', (tx) =>
  tx
    .update(gestures)
    .set({ approvedAt: sql.placeholder('at') as never, approvedBy: sql.placeholder('by') as never })
    .where(sql`${standing} and ${gestures.approvedAt} is null`),
)

export const withdraw = freeze('withdraw gesture', (tx) =>
  tx
    .update(gestures)
    .set({ withdrawnAt: sql.placeholder('at') as never })
    .where(standing),
)
