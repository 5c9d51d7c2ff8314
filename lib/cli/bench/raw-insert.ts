import Database from 'better-sqlite3'

// The same rows into the same table with the same indexes, 200 a commit, durable: as fast as the engine takes them.
export function rawInsert(source: string, target: string): number {
  const from = new Database(source, { readonly: true })
  const statements = from
    .prepare("select sql from sqlite_master where tbl_name = 'responses' and sql is not null")
    .pluck()
    .all() as string[]
  const all = from.prepare('select * from responses').raw().all() as unknown[][]
  const width = all[0]?.length ?? 0
  from.close()
  const into = new Database(target)
  into.pragma('journal_mode = WAL')
  into.pragma('synchronous = FULL')
  into.pragma('foreign_keys = OFF')
  for (const sql of statements) into.exec(sql)
  const place = `(${Array.from({ length: width }, () => '?').join(',')})`
  const insert = into.prepare(`insert into responses values ${Array.from({ length: 50 }, () => place).join(',')}`)
  const commit = into.transaction((batch: unknown[][]) => {
    for (let at = 0; at < batch.length; at += 50) insert.run(...batch.slice(at, at + 50).flat())
  })
  const began = performance.now()
  for (let at = 0; at < all.length; at += 200) commit(all.slice(at, at + 200))
  const seconds = (performance.now() - began) / 1000
  into.close()
  return all.length / seconds
}
