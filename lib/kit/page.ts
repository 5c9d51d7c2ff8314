/** One page of a list and where the next begins. */
export type Page<T> = { data: T[]; nextCursor: string | null }

/** A cursor is opaque: JSON of the last row's sort values and id, base64url. */
export const encodeCursor = (values: (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor, or null when it is none of ours. */
export function decodeCursor(cursor: string | undefined): (string | number | null)[] | null {
  if (!cursor) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fine = Array.isArray(values) && values.every((v) => v === null || typeof v === 'string' || Number.isFinite(v))
    return fine ? (values as (string | number | null)[]) : null
  } catch {
    return null
  }
}

/** Cuts `limit + 1` rows to a page. */
export function pageOf<T>(rows: T[], limit: number, cursor: (row: T) => (string | number | null)[]): Page<T> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null }
}
