import { getTableColumns, getTableName, is, Param, Placeholder, sql, type Table } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Filled, freeze, type RowOf } from './write'

/** Values of one use → driver values, in the order of the statement's parameters. */
export type Fill = (values: Record<string, unknown>) => unknown[]

/** How the parameters of a rendered statement are filled: absent and null alike become NULL, the rest goes through the column's own encoder. */
export function fillOf(params: unknown[]): Fill {
  const steps = params.map((param): ((values: Record<string, unknown>) => unknown) => {
    if (is(param, Placeholder)) return (values) => plain(values[param.name])
    if (!is(param, Param)) return () => param
    const { value, encoder } = param
    if (!is(value, Placeholder)) return () => encoder.mapToDriverValue(value)
    const { name } = value
    return (values) => {
      const given = values[name]
      return given === null || given === undefined ? null : encoder.mapToDriverValue(given)
    }
  })
  return (values) => steps.map((step) => step(values))
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : (value ?? null))

/** `const insertResponse = frozen(responses)`; `insertResponse(row)` is a Write. Every column is bound; what the row leaves out is NULL. */
export function frozen<T extends PgTable>(table: T): (row: RowOf<T>) => Filled {
  const fill = freeze(`insert ${getTableName(table)}`, (tx) => tx.insert(table).values(placeholders(table) as never))
  return (row) => fill(row as Record<string, unknown>)
}

/** A multi-row insert of exactly `count` rows; values are named `column_0`, `column_1`, …: see `frozenRows`. */
export function frozenRows<T extends PgTable>(table: T, count: number): (rows: RowOf<T>[]) => Filled {
  const columns = Object.keys(getTableColumns(table))
  const fill = freeze(`insert ${count} ${getTableName(table)}`, (tx) =>
    tx.insert(table).values(Array.from({ length: count }, (_, at) => placeholders(table, `_${at}`)) as never),
  )
  return (rows) => {
    const values: Record<string, unknown> = {}
    rows.forEach((row, at) => {
      for (const column of columns) values[`${column}_${at}`] = (row as Record<string, unknown>)[column]
    })
    return fill(values)
  }
}

const steps = [64, 16, 4, 1]

/** Many rows of one table in few statements of fixed sizes, so that each is rendered once. */
export function manyOf<T extends PgTable>(table: T): (rows: RowOf<T>[]) => Filled[] {
  const inserts = steps.map((count) => ({ count, insert: frozenRows(table, count) }))
  return (rows) => {
    const writes: Filled[] = []
    let from = 0
    for (const { count, insert } of inserts) {
      while (rows.length - from >= count) {
        writes.push(insert(rows.slice(from, from + count)))
        from += count
      }
    }
    return writes
  }
}

const placeholders = (table: Table, suffix = '') =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name + suffix)]))
