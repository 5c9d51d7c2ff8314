import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import { atomically, type Build, db, must } from '@/db'
import { attachments, inbound } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { log } from '@/lib/kit/log'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import type { Classified } from './classified'
import { classify } from './classify'
import type { Inbound, InboxDesk, Outcome, ReadMail } from './desk'
import { storeBlob } from './keep'
import { knownOf } from './known'
import type { Parsed } from './parsed'
import { blobBytes, inboundById } from './queries'
import { mustWait } from './rate'
import { tryToRead } from './reader'
import type { InboundError } from './shared'

/** How often one mail is tried before it is put before a person. */
export const mostTries = 5
const mostBeginnings = 8
const patience = 5

/**
 * Takes one kept mail to its end: read in the child, sorted, handed to the desk, and settled in ONE list with its files and
 * whatever the desk says. Looks first: a mail that is settled already is left alone. Resolves to when it is to be looked at
 * again, or null.
 */
export async function readKept(id: string, desk: InboxDesk, attempt: number, now: Date): Promise<Date | null> {
  const row = await inboundById(id)
  if (row?.state !== 'received') return null
  const bytes = await blobBytes(row.sha256)
  if (!bytes) return putAside(row, 'unreadable', 'malformed', now)
  const held = row.error === 'rate' ? await mustWait(row, now) : null
  if (held) return held
  // Begun so often and never ended: it takes the whole process down, so it is not begun again.
  if (row.attempts >= mostBeginnings) return putAside(row, 'unreadable', 'refused', now)
  await atomically((tx) => [
    tx
      .update(inbound)
      .set({ attempts: row.attempts + 1 })
      .where(eq(inbound.id, id)),
  ])
  const reading = await tryToRead(bytes)
  if ('unreadable' in reading) return putAside(row, 'unreadable', reading.unreadable, now)
  const mail = withIds(reading.parsed)
  const classified = classify(mail, knownOf(row, now))
  const head = headOf(mail, classified)
  if (mail.senders > 1) return putAside(row, 'quarantined', 'several_senders', now, head)
  if (classified.kind === 'person' && !mail.from) return putAside(row, 'quarantined', 'no_sender', now, head)
  if (row.error !== 'rate' && !isKnownBounce(classified)) {
    const wait = await mustWait({ ...row, fromAddress: head.fromAddress }, now)
    if (wait) return hold(row, head, wait)
  }
  try {
    await settle(row, mail, classified, desk, now)
  } catch (error) {
    if (attempt < mostTries || isUnavailable(error)) throw error
    log().error({ inbound: id, err: error }, 'a mail was put aside: it could not be settled')
    await putAside(row, 'unreadable', 'refused', now, head)
  }
  return null
}

async function settle(row: Inbound, mail: ReadMail, classified: Classified, desk: InboxDesk, now: Date): Promise<void> {
  const head = headOf(mail, classified)
  for (let turn = 1; ; turn++) {
    const copy = await copyOf(row, mail)
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
                copy ? undefined : notExists(tx.select({ id: inbound.id }).from(inbound).where(isCopy(row, mail))),
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
const isUnavailable = (error: unknown): boolean => isRefusal(error) && error.code === 'storage.unavailable'
const isKnownBounce = ({ kind, letterId }: Classified): boolean =>
  kind === 'own' || ((kind === 'bounce' || kind === 'complaint') && letterId !== null)

// Other bytes, but the same Message-ID and the same words: it came twice by two ways.
const isCopy = (row: Inbound, mail: ReadMail) =>
  and(
    sql`${inbound.messageIdHeader} = ${mail.messageId}`,
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

const withIds = ({ files, ...mail }: Parsed): ReadMail => ({
  ...mail,
  files: files.map((file) => ({ ...file, id: newId('attachment') })),
})

type Head = ReturnType<typeof headOf>

/** What the list of mails shows of one. */
const headOf = (mail: ReadMail, classified: Classified) => ({
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

/** Puts a mail before a person, raw bytes and all. */
async function putAside(
  row: Inbound,
  state: 'unreadable' | 'quarantined',
  error: InboundError,
  now: Date,
  head?: Head,
): Promise<null> {
  const trail = [...(head?.trail ?? row.trail), error]
  await atomically((tx) => [
    tx
      .update(inbound)
      .set({ ...head, state, error, trail })
      .where(and(eq(inbound.id, row.id), eq(inbound.state, 'received'))),
  ])
  log().warn({ inbound: row.id, state, error, at: now.toISOString() }, 'a mail waits for a person')
  return null
}

/** Holds back a mail whose sender writes too much at once: kept, visible, read later. */
async function hold(row: Inbound, head: Head, until: Date): Promise<Date> {
  await atomically((tx) => [
    tx
      .update(inbound)
      .set({ ...head, error: 'rate' })
      .where(and(eq(inbound.id, row.id), eq(inbound.state, 'received'))),
  ])
  return until
}
