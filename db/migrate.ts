import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { address, engine } from './engine'

type Journal = { entries: { when: number; tag: string }[] }

/** Applies what is pending. Before the first pending step on a file that holds something a copy is made beside it. Refuses a schema newer than this program. */
export async function migrate(): Promise<{ applied: number; copy: string | null }> {
  const migrationsFolder = resolve('db/migrations', engine)
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal
  return engine === 'sqlite'
    ? onSqlite(address(), migrationsFolder, journal)
    : onPostgres(address(), migrationsFolder, journal)
}

function onSqlite(path: string, migrationsFolder: string, journal: Journal) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = new Database(path)
  try {
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    // Outside the transaction, or a rebuilt table's DROP cascades to its children.
    file.pragma('foreign_keys = OFF')
    const known = file.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
    const last = known ? lastOf(file.prepare('select max(created_at) as last from __drizzle_migrations').get()) : 0
    const pending = pendingOf(journal, last)
    const copy = pending > 0 && last > 0 ? `${path}.before-${Date.now()}` : null
    if (copy) file.prepare('vacuum into ?').run(copy)
    migrateSqlite(overSqlite(file), { migrationsFolder })
    if ((file.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('broken foreign keys after migration')
    return { applied: pending, copy: copy && existsSync(copy) ? copy : null }
  } finally {
    file.close()
  }
}

async function onPostgres(connectionString: string, migrationsFolder: string, journal: Journal) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    // Two nodes that start at once migrate one after the other.
    await client.query('select pg_advisory_lock(421042)')
    const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name")
    const last = known.rows[0]?.name
      ? lastOf((await client.query('select max(created_at) as last from drizzle.__drizzle_migrations')).rows[0])
      : 0
    const pending = pendingOf(journal, last)
    await migratePostgres(overPostgres(client), { migrationsFolder })
    return { applied: pending, copy: null }
  } finally {
    await client.end()
  }
}

const lastOf = (row: unknown): number => Number((row as { last: unknown } | undefined)?.last ?? 0)

function pendingOf(journal: Journal, last: number): number {
  const newest = journal.entries.at(-1)?.when ?? 0
  if (last > newest)
    throw new Error('the database is newer than this program: start the newer one, or restore a backup')
  return journal.entries.filter((entry) => entry.when > last).length
}
