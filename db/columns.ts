import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { engine } from './engine'

// Instants are epoch milliseconds on both engines, so that durations and day buckets are plain arithmetic.
const millis = { toDriver: (at: Date) => at.getTime(), fromDriver: (ms: unknown) => new Date(Number(ms)) }

const postgres = {
  table: pg.pgTable,
  text: pg.text,
  integer: pg.integer,
  /** 64 bits: money in minor units, counts that may grow. */
  big: () => pg.bigint({ mode: 'number' }),
  real: pg.doublePrecision,
  flag: pg.boolean,
  instant: pg.customType<{ data: Date; driverData: unknown }>({ dataType: () => 'bigint', ...millis }),
  json: pg.jsonb,
  /** Raw bytes: mail as it came, files as they were given. */
  bytes: pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
}

const sqlite = {
  table: lite.sqliteTable,
  text: lite.text,
  integer: lite.integer,
  big: () => lite.integer(),
  real: lite.real,
  flag: () => lite.integer({ mode: 'boolean' }),
  instant: lite.customType<{ data: Date; driverData: unknown }>({ dataType: () => 'integer', ...millis }),
  json: () => lite.text({ mode: 'json' }),
  bytes: lite.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'blob' }),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
}

// The only cast in the data layer. Both sets answer to the same names and yield the same JavaScript values; PostgreSQL
// lends its types because its builders offer nothing that can be called without `await`.
export const { table, text, integer, big, real, flag, instant, json, bytes, index, uniqueIndex, primaryKey } =
  engine === 'postgres' ? postgres : (sqlite as unknown as typeof postgres)

/** For an index that only holds the rows that have this value. */
export const present = (column: AnyColumn): SQL => sql`${column} is not null`

/** Condition of an index that holds only the rows without a value. */
export const absent = (column: AnyColumn): SQL => sql`${column} is null`

/** Condition of an index that holds only the rows with more than this. */
export const above = (column: AnyColumn, least: number): SQL => sql`${column} > ${sql.raw(String(least))}`
