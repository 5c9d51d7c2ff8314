import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** Counts rows, as a number on both engines. */
export const count = (): SQL<number> => sql<number>`count(*)`.mapWith(Number)

/** Counts the rows for which `condition` holds. */
export const countWhere = (condition: SQL): SQL<number> =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number)

/** Sums a column; 0 when there is none. */
export const sumOf = (column: AnyColumn | SQL): SQL<number> => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** A folded column contains the folded text. */
export const contains = (column: AnyColumn, folded: string): SQL =>
  sql`${column} like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

/** A text column said so that no index on it is chosen: where another index of the query is the short way. */
export const unindexed = (column: AnyColumn): SQL => sql`${column} || ''`
