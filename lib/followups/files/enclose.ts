import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db, freeze, type Guarded, must } from '@/db'
import { attachments } from '@/db/schema'
import { Refusal, refuse } from '@/lib/kit/refusal'

export const mostFiles = 10
/** Of all files of one letter together. */
export const mostBytes = 20 * 1024 * 1024

/**
 * The writes that put drafted files on a message. Refuses `input.invalid` at `attachments` for a file that is not a draft of
 * this ticket, and for more than ten or 20 MB.
 */
export async function enclose(ticketId: string, ids: string[] | undefined, messageId: string): Promise<Guarded[]> {
  const wanted = [...new Set(ids ?? [])]
  if (wanted.length === 0) return []
  const rows = await db
    .select({ id: attachments.id, size: attachments.size })
    .from(attachments)
    .where(and(inArray(attachments.id, wanted), eq(attachments.ticketId, ticketId), drafted))
  if (rows.length < wanted.length) blame('unknown')
  if (rows.length > mostFiles) blame('tooManyFiles')
  if (rows.reduce((sum, { size }) => sum + size, 0) > mostBytes) blame('filesTooLarge')
  return wanted.map((id) =>
    must(put({ id, message: messageId }), () => new Refusal('input.invalid', {}, issue('unknown'))),
  )
}

/** A file that stands in a draft: attached here, on no message yet. */
export const drafted = and(isNull(attachments.messageRowId), isNull(attachments.inboundId))

const put = freeze('enclose file', (tx) =>
  tx
    .update(attachments)
    .set({ messageRowId: sql.placeholder('message') as never })
    .where(and(eq(attachments.id, sql.placeholder('id')), drafted)),
)

const issue = (code: string) => [{ path: 'attachments', code, message: code }]
const blame = (code: string): never => refuse('input.invalid', {}, issue(code))
