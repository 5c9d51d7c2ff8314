import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { isBusy, isStorageFailure, storageUnavailable } from './errors'
import { type Fill, fillOf } from './frozen'
import * as schema from './schema'
import {
  type Build,
  type Db,
  type Filled,
  isFilled,
  isGuarded,
  longestList,
  type Rows,
  type Step,
  type Tx,
  type Write,
} from './write'

type Waiting = { build: Build; since: number; resolve: (rows: Rows[]) => void; reject: (error: unknown) => void }
type Result = { waiting: Waiting; rows: Rows[] } | { waiting: Waiting; error: unknown }

const patience = 10_000
const largestGroup = 400
const mostTurns = 6

/** Opens the file: durable (`synchronous=FULL`, asserted), reads at once, writes in groups that share one fsync. */
export function openSqlite(path: string) {
  const file = new Database(path)
  prepareConnection(file)
  const drizzled = drizzle(file, { schema, casing: 'snake_case' }) as unknown as Db & Tx
  const run = runner(file, drizzled)
  const queue: Waiting[] = []
  let planned = false

  const begin = file.prepare('begin immediate')
  const commit = file.prepare('commit')
  const rollback = file.prepare('rollback')
  const savepoint = file.prepare('savepoint list')
  const release = file.prepare('release list')
  const undo = file.prepare('rollback to list')

  const plan = (delay = 0) => {
    if (planned || queue.length === 0) return
    planned = true
    if (delay > 0) setTimeout(start, delay)
    else setImmediate(gather, 0, 0)
  }

  // Lists that keep arriving turn after turn share one commit: their fsync costs more than the wait of a few turns.
  const gather = (known: number, turns: number) => {
    if (queue.length > known && turns < mostTurns) setImmediate(gather, queue.length, turns + 1)
    else start()
  }

  const start = () => {
    planned = false
    flush()
    plan()
  }

  function flush() {
    const group = queue.splice(0, largestGroup)
    let results: Result[] = []
    try {
      begin.run()
      for (const waiting of group) results.push(perform(waiting, group.length > 1))
      commit.run()
    } catch (error) {
      if (file.inTransaction) rollback.run()
      if (isBusy(error)) return waitForTurn(group, error)
      const failure = isStorageFailure(error) || group.length > 1 ? storageUnavailable(error) : error
      results = group.map((waiting) => ({ waiting, error: failure }))
    }
    for (const result of results) {
      if ('rows' in result) result.waiting.resolve(result.rows)
      else result.waiting.reject(result.error)
    }
  }

  // One list of the group in its own savepoint: its failure undoes it alone, unless SQLite undid everything.
  function perform(waiting: Waiting, shared: boolean): Result {
    if (shared) savepoint.run()
    try {
      const rows = stepsOf(waiting.build, drizzled).map(run)
      if (shared) release.run()
      return { waiting, rows }
    } catch (error) {
      if (!file.inTransaction || isBusy(error) || isStorageFailure(error)) throw error
      if (!shared) throw error
      undo.run()
      release.run()
      return { waiting, error }
    }
  }

  function waitForTurn(group: Waiting[], error: unknown) {
    const patient = group.filter((waiting) => Date.now() - waiting.since < patience)
    for (const waiting of group) if (!patient.includes(waiting)) waiting.reject(storageUnavailable(error))
    queue.unshift(...patient)
    plan(2 + Math.random() * 20)
  }

  const atomically = (build: Build): Promise<Rows[]> =>
    new Promise((resolve, reject) => {
      queue.push({ build, since: Date.now(), resolve, reject })
      plan()
    })

  return {
    db: drizzled as Db,
    atomically,
    raw: async (sql: string, ...params: unknown[]): Promise<Rows> => {
      const statement = file.prepare(sql)
      return statement.reader ? (statement.all(...params) as Rows) : [{ changes: statement.run(...params).changes }]
    },
    close: async () => {
      while (queue.length > 0) flush()
      file.close()
    },
  }
}

/** Durability and safety of every connection to the file, asserted: better-sqlite3 opens later connections with NORMAL. */
export function prepareConnection(file: Database.Database) {
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1 }
  for (const [name, value] of Object.entries(wanted)) {
    file.pragma(`${name} = ${value}`)
    if (file.pragma(name, { simple: true }) !== value) throw new Error(`SQLite did not accept ${name} = ${value}`)
  }
  file.pragma('busy_timeout = 0')
  file.pragma('secure_delete = on')
  file.pragma('wal_autocheckpoint = 4000')
  file.pragma('journal_size_limit = 67108864')
  file.pragma('cache_size = -65536')
  file.pragma('temp_store = memory')
}

export function stepsOf(build: Build, tx: Tx): Step[] {
  const steps = build(tx)
  if (steps.length > longestList) throw new Error(`a list of ${steps.length} writes; at most ${longestList}`)
  return steps
}

function runner(file: Database.Database, drizzled: Tx) {
  const prepared = new Map<string, Database.Statement>()
  const frozen = new Map<string, { statement: Database.Statement; fill: Fill }>()

  const statementOf = (sql: string): Database.Statement => {
    const kept = prepared.get(sql)
    if (kept) return kept
    if (prepared.size > 400) prepared.clear()
    const made = file.prepare(sql)
    prepared.set(sql, made)
    return made
  }

  const frozenOf = (write: Filled) => {
    const kept = frozen.get(write.frozen.key)
    if (kept) return kept
    const { sql, params } = write.frozen.render(drizzled).toSQL()
    const made = { statement: file.prepare(sql), fill: fillOf(params) }
    frozen.set(write.frozen.key, made)
    return made
  }

  const perform = (write: Write): { rows: Rows; touched: number } => {
    if (isFilled(write)) {
      const { statement, fill } = frozenOf(write)
      if (!statement.reader) return { rows: [], touched: statement.run(...fill(write.values)).changes }
      const rows = statement.all(...fill(write.values)) as Rows
      return { rows, touched: rows.length }
    }
    const { sql, params } = write.toSQL()
    const statement = statementOf(sql)
    if (!statement.reader) return { rows: [], touched: statement.run(...params).changes }
    // drizzle maps the columns of `returning()` itself; its own synchronous call runs inside our transaction.
    const rows = (write as unknown as { all(): Rows }).all()
    return { rows, touched: rows.length }
  }

  return (step: Step): Rows => {
    const { rows, touched } = perform(isGuarded(step) ? step.write : step)
    if (isGuarded(step) && touched === 0) throw step.orElse()
    return rows
  }
}
