import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { address, engine } from './engine'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'
import type { Build, Db, Rows } from './write'

export { engine } from './engine'
export { isBusy, isDuplicate, isOrphan } from './errors'
export { frozen, manyOf } from './frozen'
export { type Build, type Db, type Filled, freeze, type Guarded, must, type Step, type Tx, type Write } from './write'

type Opened = ReturnType<typeof openSqlite>

const shelf = globalThis as unknown as Record<symbol, Opened | undefined>
const place = Symbol.for('lazo.db')

/** The one open database of this process: whatever copy of this module asks first opens it. */
function opened(): Opened {
  const kept = shelf[place]
  if (kept) return kept
  const made = engine === 'postgres' ? openPostgres(address()) : openFile(address())
  shelf[place] = made
  return made
}

function openFile(path: string): Opened {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = !existsSync(path)
  const made = openSqlite(path)
  if (fresh) chmodSync(path, 0o600)
  return made
}

/** Reading, on either engine; opened at first use. Writes exist only on `tx`, inside `atomically`. */
export const db: Db = new Proxy({} as Db, {
  get: (_, name) => {
    const target = opened().db
    const value = Reflect.get(target, name) as unknown
    return typeof value === 'function' ? value.bind(target) : value
  },
})

/**
 * Commits one list of writes, all or nothing, durable when the promise resolves; resolves to the rows of each write's
 * `returning()`, in order. `build` is pure: it may be called again after a conflict between connections. Throws what a
 * `must` asks for, the engine's constraint errors (see `isDuplicate`), or the refusal `storage.unavailable`.
 */
export const atomically = (build: Build): Promise<Rows[]> => opened().atomically(build)

/** Plain SQL for this folder only: full-text search, health, backup. `?` on SQLite, `$1` on PostgreSQL. */
export const raw = (sql: string, ...params: unknown[]): Promise<Rows> => opened().raw(sql, ...params)

/** Finishes what waits and closes; the next use opens anew. */
export async function closeDatabase(): Promise<void> {
  const kept = shelf[place]
  delete shelf[place]
  await kept?.close()
}
