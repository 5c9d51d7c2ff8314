import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { letters } from '@/db/schema'
import { after, hours, minutes } from '@/lib/kit/clock'
import type { Letter } from './message'
import type { LetterKind, LetterReason } from './shared'

/** How much automatic mail one recipient may get. */
export const caps = {
  /** About one ticket: this many within this time. */
  ticket: [
    { most: 3, within: minutes(10) },
    { most: 5, within: minutes(30) },
    { most: 15, within: minutes(180) },
  ],
  /** About anything. */
  total: { most: 10, within: hours(24) },
  /** Automatic answers (M-5). */
  answers: { most: 1, within: hours(24) },
} as const

/** Kinds that answer what somebody wrote without a person in between: two such houses could keep each other busy. */
export const answering: readonly LetterKind[] = ['acknowledgement']

/** An automatic letter that went, or is going, to the same recipient. */
export type Earlier = { kind: LetterKind; ticketId: string | null; at: Date }

/** Which cap one more letter would break, or null. Pure. */
export function capOf(
  letter: Pick<Letter, 'kind' | 'ticketId'>,
  earlier: readonly Earlier[],
  now: Date,
): LetterReason | null {
  const count = (within: number, fits: (one: Earlier) => boolean) =>
    earlier.filter((one) => one.at > after(now, -within) && fits(one)).length
  const isAnswer = (one: Pick<Earlier, 'kind'>) => answering.includes(one.kind)
  if (isAnswer(letter) && count(caps.answers.within, isAnswer) >= caps.answers.most) return 'recent'
  const ofTicket = (one: Earlier) => letter.ticketId !== null && one.ticketId === letter.ticketId
  if (caps.ticket.some(({ most, within }) => count(within, ofTicket) >= most)) return 'cap_ticket'
  return count(caps.total.within, () => true) >= caps.total.most ? 'cap_total' : null
}

/** The automatic letters of the last day to whoever this one is for: by customer, whose address may be spelt in many ways, else by address. */
export async function earlierTo(letter: Letter, now: Date): Promise<Earlier[]> {
  const since = after(now, -caps.total.within).getTime()
  const rows = letter.customerId
    ? await byCustomer({ customer: letter.customerId, since, letter: letter.id })
    : await byAddress({ address: letter.toAddress, since, letter: letter.id })
  return rows.map(({ kind, ticketId, sentAt, updatedAt }) => ({ kind, ticketId, at: sentAt ?? updatedAt }))
}

const columns = {
  kind: letters.kind,
  ticketId: letters.ticketId,
  sentAt: letters.sentAt,
  updatedAt: letters.updatedAt,
}
const other = and(eq(letters.automatic, true), ne(letters.id, sql.placeholder('letter')))

// What is on its way counts too: of two letters that leave at once the second sees the first.
const byCustomer = prepared('automatic letters to a customer', (read) =>
  read
    .select(columns)
    .from(letters)
    .where(
      and(
        eq(letters.customerId, sql.placeholder('customer')),
        inArray(letters.state, ['sent', 'sending', 'unknown', 'bounced']),
        gt(letters.updatedAt, sql`${sql.placeholder('since')}`),
        other,
      ),
    ),
)

const byAddress = prepared('automatic letters to an address', (read) =>
  read
    .select(columns)
    .from(letters)
    .where(
      and(
        eq(letters.toAddress, sql.placeholder('address')),
        gt(letters.sentAt, sql`${sql.placeholder('since')}`),
        other,
      ),
    ),
)
