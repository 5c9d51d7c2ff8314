import { type AnyColumn, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

/** Met by nothing. */
export const never: SQL = sql`1 = 0`

/** The contrary, also of what is unknown. */
export const no = (condition: SQL): SQL => sql`(${condition}) is not true`

/** The column has one of these values, or none where that is asked for, too. */
export const oneOf = (column: AnyColumn, values: readonly string[], none = false): SQL =>
  or(values.length > 0 ? inArray(column, [...values]) : undefined, none ? isNull(column) : undefined) ?? never
