import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** What a SQLite file holds: rows by table, and the instant (ms) of its newest migration. */
export type Inspection = { counts: Record<string, number>; schema: number }

// Only ever added to: a complete copy has at least as many as were counted before it began.
const growing = ['events', 'responses', 'tickets', 'letters', 'customers']

/**
 * A complete copy of a live SQLite file, everything acknowledged before the call included; writers go on. The copy is
 * checked and on disk when this returns. Throws a sentence when the copy is not sound.
 */
export function copySqlite(from: string, to: string): Inspection {
  const live = new Database(from, { readonly: true, fileMustExist: true })
  live.pragma('busy_timeout = 10000')
  const before = countsOf(live)
  live.prepare('vacuum into ?').run(to)
  live.close()
  const copy = inspectSqlite(to)
  const short = growing.find((table) => (copy.counts[table] ?? 0) < (before[table] ?? 0))
  if (short) throw new Error(`the copy lacks rows of ${short}`)
  toDisk(to)
  toDisk(dirname(to))
  return copy
}

/** Opens a copy, checks every page, key and reference, and counts. Throws a sentence when something is wrong with it. */
export function inspectSqlite(path: string): Inspection {
  const file = openCopy(path)
  try {
    const said = file.pragma('integrity_check', { simple: true })
    if (said !== 'ok') throw new Error(`the file is damaged: ${String(said).split('\n')[0]}`)
    if ((file.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('the file is damaged: broken references')
    const { last } = file.prepare('select max(created_at) as last from __drizzle_migrations').get() as { last: number }
    return { counts: countsOf(file), schema: Number(last) }
  } catch (error) {
    if (error instanceof Database.SqliteError)
      throw new Error(`the file is damaged or no backup of Lazo: ${error.message}`)
    throw error
  } finally {
    file.close()
  }
}

/** Waits until the file, or the folder's list of names, is on disk. */
export function toDisk(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function openCopy(path: string) {
  try {
    return new Database(path, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new Error(`the file cannot be opened: ${(error as Error).message}`)
  }
}

function countsOf(file: Database.Database): Record<string, number> {
  const names = file
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_documents%'",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => [name, file.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
}
