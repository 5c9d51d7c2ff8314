import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { attachments, blobs } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { dossierOf } from '@/lib/tickets'

/**
 * A file of a ticket with its bytes, for whoever may see the ticket. Refuses `identity.forbidden`, `attachment.unknown` for
 * what is not there, was erased or is not theirs to see.
 */
export async function attachmentFor(
  actor: Actor,
  id: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  demand(actor, 'tickets.read')
  demand(actor, 'words.read')
  const [row] = await db
    .select({
      ticketId: attachments.ticketId,
      name: attachments.name,
      mediaType: attachments.mediaType,
      bytes: blobs.bytes,
    })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.sha256, attachments.sha256))
    .where(eq(attachments.id, id))
  if (!row?.ticketId) return refuse('attachment.unknown')
  await dossierOf(actor, row.ticketId).catch(() => refuse('attachment.unknown'))
  const { name, mediaType, bytes } = row
  return { name, mediaType, bytes }
}

/** The files that go along with a letter, with their bytes, in the order in which they were attached. */
export const enclosedIn = (messageId: string): Promise<{ name: string; mediaType: string; bytes: Buffer }[]> =>
  db
    .select({ name: attachments.name, mediaType: attachments.mediaType, bytes: blobs.bytes })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.sha256, attachments.sha256))
    .where(inArray(attachments.messageRowId, [messageId]))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
