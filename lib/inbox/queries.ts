import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import { attachments, blobs, inbound } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import type { Inbound } from './desk'
import { waitingStates } from './shared'

const readInbound = prepared('inbound by id', (read) =>
  read
    .select()
    .from(inbound)
    .where(eq(inbound.id, sql.placeholder('id'))),
)
const readBlob = prepared('blob', (read) =>
  read
    .select({ bytes: blobs.bytes })
    .from(blobs)
    .where(eq(blobs.sha256, sql.placeholder('sha256'))),
)

/** One received mail's row, or null. The caller has checked the reader. */
export async function inboundById(id: string): Promise<Inbound | null> {
  return (await readInbound({ id }))[0] ?? null
}

/** Stored bytes by their SHA-256, or null when they were erased. The caller has checked the reader. */
export async function blobBytes(sha256: string): Promise<Buffer | null> {
  return (await readBlob({ sha256 }))[0]?.bytes ?? null
}

/** A mail as it came, byte for byte (of one that was too large its beginning), or null. The caller has checked the reader. */
export async function rawOf(id: string): Promise<Buffer | null> {
  const row = await inboundById(id)
  return row && !row.erasedAt ? blobBytes(row.sha256) : null
}

export type UnmatchedFilter = { cursor?: string; limit?: number }

/**
 * Mail that waits for a person: unmatched, unreadable, quarantined, and what is held back because its sender wrote too much
 * at once; newest first. For those who assign work: it belongs to no team yet. Refuses others.
 */
export async function unmatchedPage(actor: Actor, filter: UnmatchedFilter = {}): Promise<Page<Inbound>> {
  demand(actor, 'tickets.assign')
  const limit = filter.limit ?? 50
  const [before] = decodeCursor(filter.cursor) ?? []
  const rows = await db
    .select()
    .from(inbound)
    .where(and(waiting, typeof before === 'string' ? lt(inbound.id, before) : undefined))
    .orderBy(desc(inbound.id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}

/** How many mails wait for a person. 0 for those who may not see them. */
export const unmatchedCount = (): Promise<number> => db.$count(inbound, waiting)

const waiting = and(
  isNull(inbound.erasedAt),
  or(inArray(inbound.state, [...waitingStates]), and(eq(inbound.state, 'received'), eq(inbound.error, 'rate'))),
)

/** Files that came with a mail. The caller has checked the reader. */
export const filesOf = (inboundId: string) => db.select().from(attachments).where(eq(attachments.inboundId, inboundId))
