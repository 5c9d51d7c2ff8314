import { resolve } from 'node:path'

/** The engine is a property of the address: `postgres://…` is PostgreSQL, anything else the SQLite file in DATA_DIR. */
const given = process.env.DATABASE_URL?.trim()

export const engine: 'sqlite' | 'postgres' = given && /^postgres(ql)?:/.test(given) ? 'postgres' : 'sqlite'

/** Where the database is: a PostgreSQL address, or the path of the SQLite file. */
export const address = (): string =>
  process.env.DATABASE_URL?.trim() || resolve(process.env.DATA_DIR || './data', 'lazo.db')
