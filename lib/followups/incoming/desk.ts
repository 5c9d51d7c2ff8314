import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { customers } from '@/db/schema'
import { unsubscribe } from '@/lib/customers'
import type { Classified, Inbound, InboxDesk, ReadMail } from '@/lib/inbox'
import { isRefusal } from '@/lib/kit/refusal'
import { sealToken } from '@/lib/kit/seal'
import { emailKey } from '@/lib/kit/text'
import { letterById } from '@/lib/mail'
import { automaticOn } from './automatic'
import { type Match, matchOf, suggestedFor } from './match'
import { returned } from './returned'
import { type Settled, spoken } from './spoken'

type Look = (mail: ReadMail, classified: Classified, row: Inbound, now: Date) => Promise<Settled>

/** What each kind of mail means here. Nothing of it is ever answered by a mail. */
const looks: Record<Classified['kind'], Look> = {
  own: async () => nothing({ state: 'settled', kind: 'own' }),
  bounce: returned,
  complaint: complained,
  automatic,
  person,
}

/** What a received mail means for tickets and customers; handed to the inbox by the worker. */
export const inboxDesk: InboxDesk = {
  settle: (mail, classified, row, now) => looks[classified.kind](mail, classified, row, now),
}

const nothing = (outcome: Settled['outcome']): Settled => ({ outcome, build: () => [] })

async function person(mail: ReadMail, classified: Classified, row: Inbound, now: Date): Promise<Settled> {
  if (await stopped(classified, now)) return nothing({ state: 'settled', kind: 'automatic', trail: ['unsubscribed'] })
  const match = await matchOf(mail, classified)
  // A case that never should have been takes no words: a person looks.
  if (!match || match.ticket.status === 'discarded') return cold(mail, match)
  const settled = await spoken(mail, classified, row, match.ticket, now)
  return traced(settled, match)
}

async function automatic(mail: ReadMail, classified: Classified, row: Inbound, now: Date): Promise<Settled> {
  if (await stopped(classified, now)) return nothing({ state: 'settled', kind: 'automatic', trail: ['unsubscribed'] })
  const match = await matchOf(mail, classified)
  if (match && match.ticket.status !== 'discarded') {
    return traced(await automaticOn(mail, classified, row, match.ticket, now), match)
  }
  // A machine that writes in a customer's name may be a person after all; lists and robots of strangers are kept, not shown.
  const known = await isCustomer(mail.from?.address ?? '')
  return nothing({ state: known ? 'unmatched' : 'settled', kind: 'automatic', trail: ['thread.none'] })
}

const cold = async (mail: ReadMail, match: Match | null): Promise<Settled> =>
  nothing({
    state: 'unmatched',
    kind: 'cold',
    trail: [match ? 'thread.discarded' : 'thread.none'],
    suggestedTicketId: match ? null : await suggestedFor(mail),
  })

const traced = ({ outcome, build }: Settled, { by, letterId }: Match): Settled => ({
  outcome: { ...outcome, letterId: outcome.letterId ?? letterId, trail: [`thread.${by}`, ...(outcome.trail ?? [])] },
  build,
})

/** Somebody pressed "spam": they want no more surveys of us. What people write them still goes out. */
async function complained(_: ReadMail, { letterId }: Classified, _row: Inbound, now: Date): Promise<Settled> {
  const heard = letterId ? await optOut(letterId, now) : false
  return nothing({ state: 'settled', kind: 'complaint', letterId, trail: [heard ? 'opted_out' : 'complaint.unproved'] })
}

/** A mail to the address of a letter's List-Unsubscribe: its signed word is proof enough, as it is in the link. */
async function stopped({ tags }: Classified, now: Date): Promise<boolean> {
  const tag = tags.find(({ purpose }) => purpose === 'unsubscribe')
  return tag ? optOut(tag.letterId, now) : false
}

async function optOut(letterId: string, now: Date): Promise<boolean> {
  const customerId = (await letterById(letterId))?.customerId
  if (!customerId) return false
  try {
    await unsubscribe(sealToken('unsubscribe', customerId), now)
    return true
  } catch (error) {
    if (isRefusal(error) && error.code === 'unsubscribe.unknown') return false
    throw error
  }
}

async function isCustomer(address: string): Promise<boolean> {
  const key = emailKey(address)
  return key !== null && (await db.$count(customers, eq(customers.emailKey, key))) > 0
}
