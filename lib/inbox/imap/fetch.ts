import type { ImapFlow } from 'imapflow'
import { keepAll } from '../keep'
import { placeOf, reached, unknownFrom } from './place'
import { batchesOf, sourcesOf } from './sources'

/**
 * Keeps whatever is new in the open mailbox, batch by batch in the order of UIDs, the mailbox's place moving in the list that
 * keeps them. `again`: looks at the last fifty known ones, too. Another UIDVALIDITY than the known one, or none yet:
 * everything since the company stands here is looked at; what is here already is known by its bytes. Resolves to how many
 * mails it looked at. Refuses `mailbox.lost`.
 */
export async function fetchNew(
  client: ImapFlow,
  name: string,
  lease: string,
  again: boolean,
  clock: () => Date,
): Promise<number> {
  const opened = client.mailbox
  if (!opened) throw new Error('no mailbox is open')
  const validity = Number(opened.uidValidity)
  const { last, from } = await placeOf(client, name, validity, again)
  const waiting = await unknownFrom(client, name, validity, from)
  let place = last
  for (const batch of batchesOf(waiting)) {
    const mails = await sourcesOf(client, batch)
    place = Math.max(place, batch.at(-1)?.uid ?? 0)
    const arriving = mails.map((mail) => ({ ...mail, source: 'imap' as const, mailbox: name, uidValidity: validity }))
    await keepAll(arriving, clock(), reached(name, lease, { validity, place, count: mails.length }, clock()))
  }
  if (waiting.length === 0) await keepAll([], clock(), reached(name, lease, { validity, place, count: 0 }, clock()))
  return waiting.length
}
