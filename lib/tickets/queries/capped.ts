import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'

/** A count this high is shown as "99+". */
export const countCap = 100

/** A count that stops at its cap. Each part stops there by itself; together they are cut to it. */
export function capped(parts: (SQL | undefined)[], most = countCap): SQL<number> {
  if (parts.length === 0) return sql<number>`0`
  const selects = parts.map(
    (where, at) =>
      sql`select * from ${db
        .select({ one: sql`1`.as('one') })
        .from(tickets)
        .where(where)
        .limit(most)} as ${sql.raw(`part_${at}`)}`,
  )
  const all = sql.join(selects, sql` union all `)
  return sql<number>`(select count(*) from (select * from (${all}) as parts limit ${most}) as capped)`
}
