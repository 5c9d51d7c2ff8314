import type { ImapFlow } from 'imapflow'
import { type Arriving, keptOfTooLarge, largestMail } from '../keep'
import type { Waiting } from './place'

const batchMails = 20
const batchBytes = 8 * 1024 * 1024

/** What waits, in its order, a few mails and a few megabytes at a time. */
export function batchesOf(waiting: Waiting[]): Waiting[][] {
  const batches: Waiting[][] = []
  let bytes = 0
  for (const one of waiting) {
    const last = batches.at(-1)
    const weight = Math.min(one.size, largestMail)
    if (last && last.length < batchMails && bytes + weight <= batchBytes) {
      last.push(one)
      bytes += weight
    } else {
      batches.push([one])
      bytes = weight
    }
  }
  return batches
}

type Fetched = Pick<Arriving, 'bytes' | 'uid'> & { cutFrom?: number }

/** The mails of a batch as they came; of one that is too large the beginning, and of one that is gone by now nothing. */
export async function sourcesOf(client: ImapFlow, batch: Waiting[]): Promise<Fetched[]> {
  const [large, fitting] = [batch.filter(tooLarge), batch.filter((one) => !tooLarge(one))]
  const mails: Fetched[] = []
  if (fitting.length > 0) {
    const uids = fitting.map(({ uid }) => uid).join(',')
    for await (const { uid, source } of client.fetch(uids, { uid: true, source: true }, { uid: true })) {
      // Gone between the list and the look: somebody removed it.
      if (source && source.length > 0) mails.push(whole(uid, source))
    }
  }
  for (const { uid, size } of large) {
    const cut = { uid: true, source: { start: 0, maxLength: keptOfTooLarge } }
    const one = await client.fetchOne(String(uid), cut, { uid: true })
    const source = one ? one.source : undefined
    if (source && source.length > 0) mails.push({ uid, bytes: source, cutFrom: size })
  }
  return mails
}

// A server may have said less than there is.
const whole = (uid: number, bytes: Buffer): Fetched =>
  bytes.length <= largestMail
    ? { uid, bytes }
    : { uid, bytes: bytes.subarray(0, keptOfTooLarge), cutFrom: bytes.length }

const tooLarge = ({ size }: Waiting): boolean => size > largestMail
