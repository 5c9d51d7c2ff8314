import { once as happens } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type AnyColumn, asc, getTableColumns, getTableName, gt } from 'drizzle-orm'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { csvLine } from '@/lib/kit/table'
import type { Call, Command } from './command'

type Table = (typeof schema)[keyof typeof schema]
type Row = Record<string, unknown>

// What opens doors never leaves, and what is worth nothing elsewhere stays.
const kept: Table[] = [schema.sessions, schema.passes, schema.throttles, schema.heartbeats, schema.jobs]
const secrets = ['passwordHash', 'keyHash', 'tokenHash', 'secret']
const alsoCsv: Table[] = [schema.responses, schema.tickets, schema.customers]
const pageSize = 1_000

/** Every table as JSON lines in the order of its first column, the three that people open in a spreadsheet as CSV too. */
export const exportAll: Command = {
  operands: ['DIR'],
  run: async (call) => {
    const folder = resolve(call.operands[0] ?? '')
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(call.t('cli.exportFolder', { folder }))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const tables = Object.values(schema).filter((table) => !kept.includes(table))
    let rows = 0
    for (const table of tables) rows += await write(table, folder, call)
    call.say(call.t('cli.exported', { tables: tables.length, rows, folder }))
    return 0
  },
}

async function write(table: Table, folder: string, { note, t }: Call): Promise<number> {
  const name = getTableName(table)
  const columns = Object.keys(getTableColumns(table)).filter((column) => !secrets.includes(column))
  const lines = createWriteStream(join(folder, `${name}.jsonl`), { mode: 0o600 })
  const sheet = alsoCsv.includes(table) ? createWriteStream(join(folder, `${name}.csv`), { mode: 0o600 }) : null
  sheet?.write(`\uFEFF${csvLine(columns)}`)
  const began = Date.now()
  let count = 0
  for await (const row of rowsOf(table)) {
    lines.write(`${JSON.stringify(Object.fromEntries(columns.map((column) => [column, plain(row[column])])))}\n`)
    sheet?.write(csvLine(columns.map((column) => cellOf(row[column]))))
    count += 1
    if (count % pageSize === 0) await Promise.all([drained(lines), sheet && drained(sheet)])
    if (count % 50_000 === 0 && Date.now() - began > 2_000) note(t('cli.exportProgress', { table: name, rows: count }))
  }
  await Promise.all([closed(lines), sheet && closed(sheet)])
  return count
}

// By id where there is one, so that the last page costs what the first did; the rest are few or narrow and go by offset.
// Bytes go by their hash, a few at a time: each may be a whole mail.
async function* rowsOf(table: Table): AsyncGenerator<Row> {
  const its = table as typeof schema.customers
  const columns: Record<string, AnyColumn> = getTableColumns(its)
  const name = ['id', 'sha256'].find((one) => one in columns)
  const key = name ? columns[name] : undefined
  const size = name === 'id' ? pageSize : name ? 10 : 20 * pageSize
  let last = ''
  for (let offset = 0; ; offset += size) {
    const from = db.select().from(its)
    const page: Row[] = key
      ? await from.where(gt(key, last)).orderBy(asc(key)).limit(size)
      : await from
          .orderBy(...Object.values(columns).map((column) => asc(column)))
          .limit(size)
          .offset(offset)
    yield* page
    last = String(page.at(-1)?.[name ?? ''] ?? '')
    if (page.length < size) return
  }
}

const plain = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('base64') : (value ?? null))

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value)
}

const drained = (file: ReturnType<typeof createWriteStream>) => (file.writableNeedDrain ? happens(file, 'drain') : null)

async function closed(file: ReturnType<typeof createWriteStream>): Promise<void> {
  file.end()
  await happens(file, 'close')
}
