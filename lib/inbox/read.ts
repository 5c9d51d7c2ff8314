import { and, eq } from 'drizzle-orm'
import { atomically } from '@/db'
import { inbound } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { log } from '@/lib/kit/log'
import type { Classified } from './classified'
import { classify } from './classify'
import type { Inbound, InboxDesk, ReadMail } from './desk'
import { knownOf } from './known'
import type { Parsed } from './parsed'
import { blobBytes, inboundById } from './queries'
import { mustWait } from './rate'
import { tryToRead } from './reader'
import { type Head, headOf, isUnavailable, settle } from './settle'
import type { InboundError } from './shared'

/** How often one mail is tried before it is put before a person. */
export const mostTries = 5
const mostBeginnings = 8

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

const isKnownBounce = ({ kind, letterId }: Classified): boolean =>
  kind === 'own' || ((kind === 'bounce' || kind === 'complaint') && letterId !== null)

const withIds = ({ files, ...mail }: Parsed): ReadMail => ({
  ...mail,
  files: files.map((file) => ({ ...file, id: newId('attachment') })),
})

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
