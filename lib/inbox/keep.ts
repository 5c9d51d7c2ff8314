import { and, eq, sql } from 'drizzle-orm'
import { atomically, type Build, type Filled, freeze } from '@/db'
import { prepared } from '@/db/prepared'
import { blobs, inbound } from '@/db/schema'
import type { InboundSource } from '@/db/words/mail'
import { enqueue, nudge } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { sha256 } from '@/lib/kit/seal'
import { insertInbound } from './insert'
import { readJob } from './jobs'

/** The largest mail that is taken whole. */
export const largestMail = 35 * 1024 * 1024

/** What is kept of a larger one that has already been delivered to a mailbox. */
export const keptOfTooLarge = 256 * 1024

/** A mail at the door. `mailbox` names the mailbox or door it came by: the same bytes by the same door are the same mail. */
export type Arriving = {
  source: InboundSource
  mailbox: string
  bytes: Uint8Array
  envelope?: { from: string | null; to: string[] }
  uidValidity?: number
  uid?: number
  /** Size in bytes of the whole mail, when only its beginning is here: kept as unreadable, for a person. */
  cutFrom?: number
}
export type Kept = { id: string; fresh: boolean }

/** The write that stores bytes under their SHA-256, once. */
export const storeBlob = freeze<{ sha256: string; size: number; bytes: Buffer; createdAt: Date }>('store blob', (tx) =>
  tx
    .insert(blobs)
    .values({
      sha256: sql.placeholder('sha256'),
      size: sql.placeholder('size'),
      bytes: sql.placeholder('bytes'),
      createdAt: sql.placeholder('createdAt'),
    } as never)
    .onConflictDoNothing(),
)

const byBytes = prepared('inbound by bytes', (read) =>
  read
    .select({ id: inbound.id })
    .from(inbound)
    .where(and(eq(inbound.mailbox, sql.placeholder('mailbox')), eq(inbound.sha256, sql.placeholder('sha256')))),
)

/**
 * Keeps a mail: raw bytes, its row and the job that will read it, in one list; durable when the promise resolves, and only
 * then may a door say that it took it. The same bytes by the same door again: the same row, `fresh: false`. Refuses
 * `input.tooLarge` above 35 MB and `inbound.empty`.
 */
export async function keep(mail: Arriving, now: Date): Promise<Kept> {
  const [kept] = await keepAll([mail], now)
  return kept ?? refuse('inbound.empty')
}

/** The same for several mails and, in the same list, whatever `also` says: a mailbox's place moves with what was read up to it. */
export async function keepAll(mails: Arriving[], now: Date, also: Build = () => []): Promise<Kept[]> {
  const rows = mails.map((mail) => rowOf(mail, now))
  const known = await Promise.all(rows.map(({ mailbox, sha256 }) => byBytes({ mailbox, sha256 })))
  const fresh = rows.filter((_, at) => !known[at]?.[0])
  await atomically((tx) => [...fresh.flatMap((row) => writesOf(row, now)), ...also(tx)])
  nudge()
  return Promise.all(
    rows.map(async (row, at) => {
      const before = known[at]?.[0]
      if (before) return { id: before.id, fresh: false }
      // Another process may have kept the same bytes in between: the index let one of the two stand.
      const [stands] = await byBytes({ mailbox: row.mailbox, sha256: row.sha256 })
      return { id: stands?.id ?? row.id, fresh: stands?.id === row.id }
    }),
  )
}

type Row = ReturnType<typeof rowOf>

function rowOf(mail: Arriving, now: Date) {
  if (mail.bytes.length === 0) refuse('inbound.empty')
  if (mail.bytes.length > largestMail) refuse('input.tooLarge', { limit: largestMail })
  const cut = mail.cutFrom !== undefined
  return {
    id: newId('inbound'),
    source: mail.source,
    mailbox: mail.mailbox,
    sha256: sha256(mail.bytes),
    size: mail.cutFrom ?? mail.bytes.length,
    uidValidity: mail.uidValidity ?? null,
    uid: mail.uid ?? null,
    envelopeFrom: mail.envelope?.from ?? null,
    envelopeTo: mail.envelope?.to ?? [],
    state: cut ? 'unreadable' : 'received',
    trail: cut ? ['kept', 'too_large'] : ['kept'],
    error: cut ? 'too_large' : null,
    attempts: 0,
    receivedAt: now,
    bytes: mail.bytes,
  }
}

function writesOf({ bytes, ...row }: Row, now: Date): Filled[] {
  const blob = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [
    storeBlob({ sha256: row.sha256, size: bytes.length, bytes: blob, createdAt: now }),
    insertInbound(row),
    ...(row.state === 'received' ? [enqueue(readJob, { inbound: row.id }, now)] : []),
  ]
}
