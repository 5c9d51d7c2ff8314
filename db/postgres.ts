import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { isBusy, isStorageFailure, storageUnavailable } from './errors'
import { type Fill, fillOf } from './frozen'
import * as schema from './schema'
import { stepsOf } from './sqlite'
import { type Build, type Db, type Filled, isFilled, isGuarded, type Rows, type Step, type Tx } from './write'

type Frozen = { name: string; text: string; fill: Fill }
const patience = 10_000

/** Opens the pool. Each list is one transaction on a connection of its own, its writes awaited in order. */
export function openPostgres(connectionString: string) {
  // Counts, sums and 64-bit instants as numbers.
  for (const oid of [20, 1700]) pg.types.setTypeParser(oid, Number)
  const pool = new pg.Pool({
    connectionString,
    max: 12,
    options: '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=15000',
  })
  pool.on('error', () => undefined)
  const drizzled = drizzle(pool, { schema, casing: 'snake_case' })
  const frozen = new Map<string, Frozen>()
  const writers = new WeakMap<pg.PoolClient, Tx>()

  const writerOf = (client: pg.PoolClient): Tx => {
    const kept = writers.get(client)
    if (kept) return kept
    const made = drizzle(client, { schema, casing: 'snake_case' })
    writers.set(client, made)
    return made
  }

  const frozenOf = (write: Filled, tx: Tx): Frozen => {
    const kept = frozen.get(write.frozen.key)
    if (kept) return kept
    const { sql, params } = write.frozen.render(tx).toSQL()
    const made = { name: `lazo_${frozen.size}`, text: sql, fill: fillOf(params) }
    frozen.set(write.frozen.key, made)
    return made
  }

  async function perform(step: Step, client: pg.PoolClient, tx: Tx): Promise<Rows> {
    const write = isGuarded(step) ? step.write : step
    const done = isFilled(write)
      ? await queryFrozen(client, frozenOf(write, tx), write)
      : ((await write) as Rows | { rowCount: number | null; rows: Rows })
    const rows = Array.isArray(done) ? done : done.rows
    const touched = Array.isArray(done) ? done.length : (done.rowCount ?? 0)
    if (isGuarded(step) && touched === 0) throw step.orElse()
    return rows
  }

  async function attempt(build: Build): Promise<Rows[]> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const tx = writerOf(client)
      const results: Rows[] = []
      for (const step of stepsOf(build, tx)) results.push(await perform(step, client, tx))
      await client.query('commit')
      return results
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function atomically(build: Build): Promise<Rows[]> {
    const since = Date.now()
    for (;;) {
      try {
        return await attempt(build)
      } catch (error) {
        if (isBusy(error) && Date.now() - since < patience) {
          await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 30))
          continue
        }
        throw isStorageFailure(error) || isBusy(error) ? storageUnavailable(error) : error
      }
    }
  }

  return {
    db: drizzled as Db,
    atomically,
    raw: async (sql: string, ...params: unknown[]): Promise<Rows> => (await pool.query(sql, params)).rows as Rows,
    close: () => pool.end(),
  }
}

const queryFrozen = (client: pg.PoolClient, { name, text, fill }: Frozen, write: Filled) =>
  client.query({ name, text, values: fill(write.values) })
