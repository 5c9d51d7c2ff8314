import { and, asc, eq, inArray, notExists } from 'drizzle-orm'
import { atomically, db, must, type Tx } from '@/db'
import { attachments, blobs, inbound } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { dossierOf } from '@/lib/tickets'
import { drafted, mostBytes, mostFiles } from './enclose'
import { keepFile } from './keep'

/** A file of a ticket, without its bytes. */
export type AttachedFile = { id: string; name: string; mediaType: string; size: number }

const shown = { id: attachments.id, name: attachments.name, mediaType: attachments.mediaType, size: attachments.size }

/**
 * Keeps a file for a reply that is being written on a ticket. Refuses `identity.forbidden`, `ticket.unknown`,
 * `attachment.empty`, `attachment.tooLarge` (20 MB, in all), `attachment.tooMany` (ten that wait).
 */
export async function attach(
  actor: Actor,
  ticketId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<AttachedFile> {
  demand(actor, 'tickets.work')
  await dossierOf(actor, ticketId)
  if (bytes.byteLength === 0) refuse('attachment.empty')
  const waiting = await draftedFiles(actor, ticketId)
  const sum = waiting.reduce((total, { size }) => total + size, bytes.byteLength)
  if (sum > mostBytes) refuse('attachment.tooLarge', { most: mostBytes })
  if (waiting.length >= mostFiles) refuse('attachment.tooMany', { most: mostFiles })
  const { row, writes } = await keepFile({ name, bytes }, { ticketId, createdBy: actor.id }, now)
  await atomically(() => writes)
  return { id: row.id, name: row.name, mediaType: row.mediaType, size: row.size }
}

/** The files that wait in this person's draft on a ticket, oldest first. Refuses `ticket.unknown`. */
export async function draftFiles(actor: Actor, ticketId: string): Promise<AttachedFile[]> {
  demand(actor, 'tickets.work')
  await dossierOf(actor, ticketId)
  return draftedFiles(actor, ticketId)
}

/** Takes a file back that is not on a message yet. Refuses `attachment.unknown`, also for one of somebody else's ticket. */
export async function detach(actor: Actor, id: string): Promise<void> {
  demand(actor, 'tickets.work')
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), drafted))
  if (!row?.ticketId) return refuse('attachment.unknown')
  await dossierOf(actor, row.ticketId).catch(() => refuse('attachment.unknown'))
  await atomically((tx) => [
    must(
      tx
        .delete(attachments)
        .where(and(eq(attachments.id, id), drafted))
        .returning({ id: attachments.id }),
      () => new Refusal('attachment.unknown'),
    ),
    forgetBytes(tx, [row.sha256]),
  ])
}

/** The write that forgets bytes to which nothing points any more. */
export const forgetBytes = (tx: Tx, hashes: string[]) =>
  tx
    .delete(blobs)
    .where(
      and(
        inArray(blobs.sha256, hashes),
        notExists(tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.sha256, blobs.sha256))),
        notExists(tx.select({ id: inbound.id }).from(inbound).where(eq(inbound.sha256, blobs.sha256))),
      ),
    )

const draftedFiles = (actor: Actor, ticketId: string): Promise<AttachedFile[]> =>
  db
    .select(shown)
    .from(attachments)
    .where(and(eq(attachments.ticketId, ticketId), eq(attachments.createdBy, actor.id), drafted))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
