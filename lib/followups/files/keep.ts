import { sql } from 'drizzle-orm'
import { type Filled, freeze, frozen } from '@/db'
import { attachments, blobs } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { sha256 } from '@/lib/kit/seal'
import { nameOfFile } from './name'
import { mediaTypeOf } from './sniff'

export type AttachmentRow = typeof attachments.$inferSelect

const insertAttachment = frozen(attachments)
const insertBlob = freeze('keep blob', (tx) =>
  tx
    .insert(blobs)
    .values(
      Object.fromEntries(
        ['sha256', 'size', 'bytes', 'createdAt'].map((name) => [name, sql.placeholder(name)]),
      ) as never,
    )
    .onConflictDoNothing({ target: blobs.sha256 }),
)

/** A file to keep: its bytes and what was said of them. */
export type File = {
  name: string | null
  mediaType?: string | null
  bytes: Uint8Array
  contentId?: string | null
  inline?: boolean
}

type Place = Pick<AttachmentRow, 'ticketId'> & Partial<Pick<AttachmentRow, 'messageRowId' | 'inboundId' | 'createdBy'>>

/** The row of a file and the writes that keep it: bytes once, however often they come. */
export async function keepFile(file: File, place: Place, now: Date): Promise<{ row: AttachmentRow; writes: Filled[] }> {
  const hash = sha256(file.bytes)
  const row: AttachmentRow = {
    id: newId('attachment'),
    sha256: hash,
    name: nameOfFile(file.name),
    mediaType: await mediaTypeOf(file.bytes, file.mediaType ?? null),
    size: file.bytes.byteLength,
    contentId: file.contentId ?? null,
    inline: file.inline ?? false,
    ticketId: place.ticketId,
    messageRowId: place.messageRowId ?? null,
    inboundId: place.inboundId ?? null,
    createdBy: place.createdBy ?? null,
    createdAt: now,
  }
  const blob = { sha256: hash, size: row.size, bytes: Buffer.from(file.bytes), createdAt: now }
  return { row, writes: [insertBlob(blob), insertAttachment(row)] }
}
