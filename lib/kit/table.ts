import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { refuse } from './refusal'

/** One row of a table, numbered as a spreadsheet does (the header is 1, empty lines count), and its cells as untouched text. */
export type Row = { number: number; cells: string[] }

const longestRow = 2 ** 20

/**
 * The rows of a CSV as they arrive, the header first; empty lines are left out. Comma, semicolon, tab or bar, whichever the first
 * line uses most. Refuses `table.encoding` (not UTF-8), `table.nul`, `table.empty`, `table.quote` (out of place or never closed)
 * and `table.rowTooLong`, each with the line of the file.
 */
export async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const text = textOf(bytes)
  const head = await headOf(text)
  const parser = parse({
    delimiter: delimiterOf(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  })
  const fed = pipeline(Readable.from(follow(head, text), { objectMode: false }), parser).catch(() => undefined)
  let number = 0
  let any = false
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      if (cells.length === 1 && cells[0] === '') continue
      any = true
      yield { number, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error ? error.lines : number + 1
    refuse(error.code === 'CSV_MAX_RECORD_SIZE' ? 'table.rowTooLong' : 'table.quote', { line })
  } finally {
    parser.destroy()
    await fed
  }
  if (!any) refuse('table.empty')
}

/** One line of CSV, with its line break. Text is made inert; numbers stay numbers; nothing is empty. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? quoted(inert(cell)) : (cell ?? ''))).join(',')}\r\n`

/** A cell that no spreadsheet takes for a formula: an apostrophe before =, +, -, @, tab and line break, also in full width. */
export const inert = (cell: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",;\r\n\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

// Enough of the beginning to see the first line whole, so that the delimiter can be told from it.
async function headOf(text: AsyncGenerator<string>): Promise<string> {
  let head = ''
  while (!/[\r\n]/.test(head) && head.length < longestRow) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return head
}

async function* follow(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head
  yield* text
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const decoded = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      return refuse('table.encoding', { line })
    }
  }
  for await (const chunk of bytes) {
    const text = decoded(chunk)
    const nul = text.indexOf('\0')
    if (nul >= 0) refuse('table.nul', { line: line + breaks(text.slice(0, nul)) })
    line += breaks(text)
    yield text
  }
  yield decoded()
}

function breaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function delimiterOf(head: string): string {
  const first = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/, 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
