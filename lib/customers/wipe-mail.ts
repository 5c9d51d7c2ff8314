import { and, eq, exists, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import { db, type Step, type Tx } from '@/db'
import { attachments, blobs, bounces, inbound } from '@/db/schema'

const forgotten = {
  envelopeFrom: null,
  envelopeTo: [],
  messageIdHeader: null,
  wordsHash: null,
  fromAddress: null,
  fromName: null,
  subject: null,
  error: null,
}

/**
 * Takes the words out of mail that came and of files: the bytes that nobody else names, the files' rows, who wrote and
 * about what. `mail` and `files` say which rows; a file of such a mail goes along. What still waited to be read is done with.
 */
export function wipeMail(tx: Tx, mail: SQL | undefined, files: SQL | undefined, now: Date): Step[] {
  const mailIds = db.select({ id: inbound.id }).from(inbound).where(mail)
  const its = or(files, inArray(attachments.inboundId, mailIds))
  return [
    tx.delete(blobs).where(
      and(
        or(
          inArray(blobs.sha256, db.select({ sha256: attachments.sha256 }).from(attachments).where(its)),
          inArray(blobs.sha256, db.select({ sha256: inbound.sha256 }).from(inbound).where(mail)),
        ),
        not(
          exists(
            db
              .select({ id: attachments.id })
              .from(attachments)
              .where(and(sameFile, beyond(its))),
          ),
        ),
        not(
          exists(
            db
              .select({ id: inbound.id })
              .from(inbound)
              .where(and(sameMail, beyond(mail))),
          ),
        ),
      ),
    ),
    tx.delete(attachments).where(its),
    tx.delete(bounces).where(inArray(bounces.inboundId, mailIds)),
    tx
      .update(inbound)
      .set({ ...forgotten, state: 'dismissed', settledAt: now, erasedAt: now })
      .where(and(mail, inArray(inbound.state, ['received', 'unmatched', 'unreadable', 'quarantined']))),
    tx
      .update(inbound)
      .set({ ...forgotten, erasedAt: now })
      .where(mail),
  ]
}

const sameFile = eq(attachments.sha256, blobs.sha256)
// An erased mail names bytes that nobody may have any more.
const sameMail = and(eq(inbound.sha256, blobs.sha256), sql`${inbound.erasedAt} is null`)

// Also what the condition says nothing of, as of a file that belongs to no ticket.
const beyond = (condition: SQL | undefined): SQL => sql`(${condition}) is not true`
