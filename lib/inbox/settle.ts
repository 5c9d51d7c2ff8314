import { and, eq, isNull, ne, notExists } from 'drizzle-orm'
import { atomically, type Build, db, must } from '@/db'
import { attachments, inbound } from '@/db/schema'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import type { Classified } from './classified'
import type { Inbound, InboxDesk, Outcome, ReadMail } from './desk'
import { storeBlob } from './keep'
import { inboundById } from './queries'

const patience = 5

/** Settles a read mail: its row, its files and what the desk says in one list, once, whatever stands or falls in between. */
export async function settle(
  row: Inbound,
  mail: ReadMail,
  classified: Classified,
  desk: InboxDesk,
  now: Date,
): Promise<void> {
  const head = headOf(mail, classified)
  for (let turn = 1; ; turn++) {
    const copy = mail.synthetic ? null : await copyOf(row, mail)
    const { outcome, build } = copy ? duplicate(copy) : await desk.settle(mail, classified, row, now)
    try {
      await atomically((tx) => [
        must(
          tx
            .update(inbound)
            .set({ ...head, ...endOf(outcome, classified, head, now) })
            .where(
              and(
                eq(inbound.id, row.id),
                eq(inbound.state, 'received'),
                // Said again in the list: a second copy may have been settled since it was looked for.
                copy || mail.synthetic
                  ? undefined
                  : notExists(tx.select({ id: inbound.id }).from(inbound).where(isCopy(row, mail))),
              ),
            )
            .returning({ id: inbound.id }),
          () => new Refusal('inbound.stale'),
        ),
        ...(copy ? [] : filesOf(mail, row, outcome, now)(tx)),
        ...build(tx),
      ])
      return
    } catch (error) {
      if (isRefusal(error) && error.code === 'inbound.stale' && (await isSettled(row.id))) return
      if (!isRefusal(error) || isUnavailable(error) || turn >= patience) throw error
    }
  }
}

const isSettled = async (id: string): Promise<boolean> => (await inboundById(id))?.state !== 'received'
export const isUnavailable = (error: unknown): boolean => isRefusal(error) && error.code === 'storage.unavailable'
// Other bytes, but the same Message-ID and the same words: it came twice by two ways. Without an id nobody can say so.
const isCopy = (row: Inbound, mail: ReadMail) =>
  and(
    eq(inbound.messageIdHeader, mail.messageId),
    eq(inbound.wordsHash, mail.wordsHash),
    ne(inbound.id, row.id),
    ne(inbound.state, 'received'),
    isNull(inbound.erasedAt),
  )

async function copyOf(row: Inbound, mail: ReadMail): Promise<Inbound | null> {
  const [first] = await db.select().from(inbound).where(isCopy(row, mail)).limit(1)
  return first ?? null
}

const duplicate = (of: Inbound): { outcome: Outcome; build: Build } => ({
  outcome: { state: 'settled', kind: 'duplicate', trail: ['duplicate'], ticketId: of.ticketId, letterId: of.letterId },
  build: () => [],
})

export type Head = ReturnType<typeof headOf>

/** What the list of mails shows of one. */
export const headOf = (mail: ReadMail, classified: Classified) => ({
  messageIdHeader: mail.messageId,
  wordsHash: mail.wordsHash,
  fromAddress: mail.from ? (emailKey(mail.from.address) ?? mail.from.address) : null,
  fromName: mail.from?.name || null,
  subject: mail.subject || null,
  trail: ['kept', 'read', ...mail.notes, ...classified.trail],
})

const endOf = (outcome: Outcome, classified: Classified, head: Head, now: Date) => ({
  state: outcome.state,
  kind: outcome.kind,
  trail: [...head.trail, ...(outcome.trail ?? [])],
  ticketId: outcome.ticketId ?? null,
  messageRowId: outcome.messageRowId ?? null,
  letterId: outcome.letterId ?? classified.letterId,
  suggestedTicketId: outcome.suggestedTicketId ?? null,
  error: null,
  settledAt: outcome.state === 'settled' ? now : null,
})

const filesOf =
  (mail: ReadMail, row: Inbound, outcome: Outcome, now: Date): Build =>
  (tx) =>
    mail.files.flatMap(({ bytes, ...file }) => [
      storeBlob({ sha256: file.sha256, size: file.size, bytes: bufferOf(bytes), createdAt: now }),
      tx.insert(attachments).values({
        ...file,
        ticketId: outcome.ticketId ?? null,
        messageRowId: outcome.messageRowId ?? null,
        inboundId: row.id,
        createdBy: null,
        createdAt: now,
      }),
    ])

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
