import { sql } from 'drizzle-orm'
import { atomically, type Filled, freeze, raw } from '.'
import { engine } from './engine'
import type { Builder } from './write'

const mostTerms = 12

/** What must be found: words, each as the beginning of one, and between quotes whole words one after the other. */
function termsOf(folded: string): { words: string[]; whole: boolean }[] {
  const pieces = folded.split('"').flatMap((piece, at) => {
    const words = piece.match(/[\p{L}\p{N}]+/gu) ?? []
    if (at % 2 === 1) return words.length > 0 ? [{ words: words.slice(0, mostTerms), whole: true }] : []
    return words.map((word) => ({ words: [word], whole: false }))
  })
  return pieces.slice(0, mostTerms)
}

/** The writes that put a ticket's folded words where `searchTickets` finds them, replacing what stood there. */
export const indexWrites = (number: number, words: string): Filled[] =>
  engine === 'sqlite' ? [forget({ number }), insert({ number, words })] : [insert({ number, words })]

/** One ticket's words in a list of their own. */
export const indexTicket = (number: number, words: string): Promise<unknown> =>
  atomically(() => indexWrites(number, words))

// The search table is no table of drizzle's: its statements are written by hand and filled like any frozen one.
const byHand = (sqlite: string, postgres: string, names: string[]): Builder =>
  ({
    toSQL: () => ({ sql: engine === 'sqlite' ? sqlite : postgres, params: names.map((name) => sql.placeholder(name)) }),
  }) as unknown as Builder

const forget = freeze<{ number: number }>('search forget', () =>
  byHand('delete from search_documents where rowid = ?', 'delete from search_documents where number = $1', ['number']),
)
const insert = freeze<{ number: number; words: string }>('search insert', () =>
  byHand(
    'insert into search_documents (rowid, words) values (?, ?)',
    `insert into search_documents (number, words) values ($1, to_tsvector('simple', $2))
     on conflict (number) do update set words = excluded.words`,
    ['number', 'words'],
  ),
)

/** Forgets a ticket's words. */
export const forgetTicket = (number: number): Promise<unknown> =>
  raw(`delete from search_documents where ${engine === 'sqlite' ? 'rowid = ?' : 'number = $1'}`, number)

/** Numbers of the newest tickets below `below` that hold every word's beginning and every quoted phrase; newest first. */
export async function searchTickets(folded: string, limit: number, below = 2_147_483_647): Promise<number[]> {
  const terms = termsOf(folded)
  if (terms.length === 0) return []
  const rows =
    engine === 'sqlite'
      ? await raw(
          'select rowid as number from search_documents where search_documents match ? and rowid < ? order by rowid desc limit ?',
          terms.map(({ words, whole }) => `"${words.join(' ')}"${whole ? '' : '*'}`).join(' '),
          below,
          limit,
        )
      : await raw(
          `select number from search_documents where words @@ to_tsquery('simple', $1) and number < $2 order by number desc limit $3`,
          terms.map(({ words, whole }) => `(${words.join(' <-> ')}${whole ? '' : ':*'})`).join(' & '),
          below,
          limit,
        )
  return rows.map((row) => Number(row.number))
}
