import { raw } from '.'
import { engine } from './engine'

/** Splits folded text to words as both engines do. */
const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? []

/** Puts a ticket's folded words where `searchTickets` finds them, replacing what stood there. */
export async function indexTicket(number: number, folded: string): Promise<void> {
  if (engine === 'sqlite') {
    await raw('delete from search_documents where rowid = ?', number)
    await raw('insert into search_documents (rowid, words) values (?, ?)', number, folded)
  } else {
    await raw(
      `insert into search_documents (number, words) values ($1, to_tsvector('simple', $2))
       on conflict (number) do update set words = excluded.words`,
      number,
      folded,
    )
  }
}

/** Forgets a ticket's words. */
export const forgetTicket = (number: number): Promise<unknown> =>
  raw(`delete from search_documents where ${engine === 'sqlite' ? 'rowid = ?' : 'number = $1'}`, number)

/** Numbers of the newest tickets below `below` that hold every word, the last word as a prefix; newest first. */
export async function searchTickets(folded: string, limit: number, below = 2_147_483_647): Promise<number[]> {
  const words = wordsOf(folded)
  if (words.length === 0) return []
  const rows =
    engine === 'sqlite'
      ? await raw(
          'select rowid as number from search_documents where search_documents match ? and rowid < ? order by rowid desc limit ?',
          words.map((word) => `"${word}"*`).join(' '),
          below,
          limit,
        )
      : await raw(
          `select number from search_documents where words @@ to_tsquery('simple', $1) and number < $2 order by number desc limit $3`,
          words.map((word) => `${word}:*`).join(' & '),
          below,
          limit,
        )
  return rows.map((row) => Number(row.number))
}
