import { db } from '.'
import type { Db } from './write'

type Prepared<R> = { execute(values: Record<string, unknown>): PromiseLike<R> }
type Preparable<R> = { prepare(name: string): Prepared<R> }

const place = Symbol.for('lazo.db')
const shelf = globalThis as unknown as Record<symbol, object | undefined>

/**
 * A read that is rendered once per connection: `const byId = prepared('ticket by id', (db) => db.select()…where(eq(id,
 * sql.placeholder('id'))))`; `await byId({ id })`. For the hot road; placeholders take driver values (epoch milliseconds).
 */
export function prepared<R, V extends Record<string, unknown>>(
  name: string,
  build: (db: Db) => Preparable<R>,
): (values: V) => PromiseLike<R> {
  const kept = new WeakMap<object, Prepared<R>>()
  return (values) => {
    const connection = shelf[place]
    const known = connection && kept.get(connection)
    if (known) return known.execute(values)
    const made = build(db).prepare(name.replaceAll(' ', '_'))
    const opened = shelf[place]
    if (opened) kept.set(opened, made)
    return made.execute(values)
  }
}
