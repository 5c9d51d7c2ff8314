import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import { letters } from '@/db/schema'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import type { Letter } from './message'
import type { LetterKind, LetterState } from './shared'

const summary = {
  id: letters.id,
  kind: letters.kind,
  state: letters.state,
  toAddress: letters.toAddress,
  toName: letters.toName,
  subject: letters.subject,
  ticketId: letters.ticketId,
  messageRowId: letters.messageRowId,
  automatic: letters.automatic,
  via: letters.via,
  attempts: letters.attempts,
  resent: letters.resent,
  error: letters.error,
  answerCode: letters.answerCode,
  notBefore: letters.notBefore,
  createdAt: letters.createdAt,
  sentAt: letters.sentAt,
  bounceStatus: letters.bounceStatus,
}

/** A letter without its words and bytes. */
export type LetterSummary = Pick<Letter, keyof typeof summary>

/** Every letter of one ticket, oldest first. The caller has checked that the reader may see the ticket. */
export const lettersOf = (ticketId: string): Promise<LetterSummary[]> =>
  db
    .select(summary)
    .from(letters)
    .where(eq(letters.ticketId, ticketId))
    .orderBy(asc(letters.createdAt), asc(letters.id))

/** One letter whole, or null. The caller has checked the reader. */
export async function letterById(id: string): Promise<Letter | null> {
  return (await readLetter({ id }))[0] ?? null
}

const readLetter = prepared('letter by id', (read) =>
  read
    .select()
    .from(letters)
    .where(eq(letters.id, sql.placeholder('id'))),
)

export type LetterFilter = {
  states?: LetterState[]
  kind?: LetterKind
  /** Part of an address. */
  words?: string
  ticketId?: string
  cursor?: string
  limit?: number
}

/** Letters, newest first. The caller has checked the reader. */
export async function letterPage(filter: LetterFilter): Promise<Page<LetterSummary>> {
  const limit = filter.limit ?? 50
  const [before] = decodeCursor(filter.cursor) ?? []
  const rows = await db
    .select(summary)
    .from(letters)
    .where(
      and(
        filter.states ? inArray(letters.state, filter.states) : undefined,
        filter.kind ? eq(letters.kind, filter.kind) : undefined,
        filter.ticketId ? eq(letters.ticketId, filter.ticketId) : undefined,
        filter.words ? contains(letters.toAddress, filter.words) : undefined,
        typeof before === 'string' ? lt(letters.id, before) : undefined,
      ),
    )
    .orderBy(desc(letters.id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}

// Addresses are told apart without case, and what is typed is text, not a pattern.
const contains = (column: typeof letters.toAddress, words: string) =>
  sql`lower(${column}) like ${`%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

/** How many letters stand in each state that wants an eye: waiting, and failed. */
export async function letterCounts(): Promise<{ waiting: number; troubled: number }> {
  const [waiting, troubled] = await Promise.all([
    db.$count(letters, inArray(letters.state, ['queued', 'held', 'sending', 'unknown'])),
    db.$count(letters, inArray(letters.state, ['failed', 'bounced'])),
  ])
  return { waiting, troubled }
}
