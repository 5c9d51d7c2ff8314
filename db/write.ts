import type { InferInsertModel, Table } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type * as schema from './schema'

type Whole = NodePgDatabase<typeof schema>

/** For reading only, on either engine. */
export type Db = Pick<Whole, 'select' | 'selectDistinct' | '$count' | 'with' | '$with' | 'query'>
/** For writing only, inside `atomically`. */
export type Tx = Pick<Whole, 'insert' | 'update' | 'delete' | 'select' | 'with' | '$with'>

/** An ordinary drizzle insert, update or delete. */
export type Builder = PromiseLike<unknown> & { toSQL(): { sql: string; params: unknown[] } }
/** A statement rendered once and the values of this use. */
export type Filled = { frozen: FrozenStatement; values: Record<string, unknown> }
export type Write = Builder | Filled
/** A write that must touch a row; if it touches none the whole list is undone and `orElse()` is thrown. */
export type Guarded = { write: Write; orElse: () => Error }
export type Step = Write | Guarded
export type Build = (tx: Tx) => Step[]
export type Rows = Record<string, unknown>[]

export type FrozenStatement = { readonly key: string; readonly render: (tx: Tx) => Builder }

export const must = (write: Write, orElse: () => Error): Guarded => ({ write, orElse })
export const isGuarded = (step: Step): step is Guarded => 'orElse' in step
export const isFilled = (write: Write): write is Filled => 'frozen' in write

/** A list longer than this is a mistake: split the work. */
export const longestList = 500

/**
 * Freezes a statement: `render` is called once per connection with placeholders in place of values, each use only fills
 * them. `key` is its name in the connection's cache.
 */
export function freeze<V extends Record<string, unknown>>(
  key: string,
  render: (tx: Tx) => Builder,
): (values: V) => Filled {
  const frozen: FrozenStatement = { key, render }
  return (values) => ({ frozen, values })
}

export type RowOf<T extends Table> = InferInsertModel<T>
