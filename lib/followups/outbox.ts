import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import {
  cancelLetter,
  type Letter,
  type LetterFilter,
  type LetterSummary,
  letterById,
  letterCounts,
  letterPage,
  type MailState,
  mailState,
  retryLetter,
} from '@/lib/mail'

// Mail lies below the room that knows roles, so who may read the outbox is said here.

/** A letter with the number of its case. */
export type OutboxLine = LetterSummary & { number: number | null }
export type Outbox = {
  letters: OutboxLine[]
  nextCursor: string | null
  counts: { waiting: number; troubled: number }
  state: MailState
}

/** What of the log is asked for; `number`: of one ticket. */
export type OutboxAsk = Omit<LetterFilter, 'ticketId'> & { number?: number }

/** Every letter, newest first, with how mail is doing. Refuses `identity.forbidden` without mail.manage. */
export async function outbox(actor: Actor, { number, ...ask }: OutboxAsk): Promise<Outbox> {
  demand(actor, 'mail.manage')
  const ticketId = number === undefined ? undefined : await ticketOf(number)
  const filter = { ...ask, ...(ticketId === undefined ? {} : { ticketId }) }
  const [page, counts, state] = await Promise.all([letterPage(filter), letterCounts(), mailState()])
  const numbers = await numbersOf(page.data)
  const letters = page.data.map((letter) => ({ ...letter, number: numbers.get(letter.ticketId ?? '') ?? null }))
  return { letters, nextCursor: page.nextCursor, counts, state }
}

/** One letter whole. Refuses `identity.forbidden`, `letter.unknown`. */
export async function letterFor(actor: Actor, id: string): Promise<Letter & { number: number | null }> {
  demand(actor, 'mail.manage')
  const letter = (await letterById(id)) ?? refuse('letter.unknown')
  return { ...letter, number: (await numbersOf([letter])).get(letter.ticketId ?? '') ?? null }
}

/** Sends a letter again. Refuses `identity.forbidden` and what `retryLetter` refuses. */
export async function sendAgain(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'mail.manage')
  await retryLetter(authorOf(actor), id, now)
}

/** Calls a letter back. Refuses `identity.forbidden` and what `cancelLetter` refuses. */
export async function callBack(actor: Actor, id: string, now: Date): Promise<void> {
  demand(actor, 'mail.manage')
  await cancelLetter(authorOf(actor), id, now)
}

// A number that no ticket has finds no letter.
async function ticketOf(number: number): Promise<string> {
  const [row] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number))
  return row?.id ?? ''
}

async function numbersOf(letters: { ticketId: string | null }[]): Promise<Map<string, number>> {
  const ids = [...new Set(letters.flatMap(({ ticketId }) => ticketId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: tickets.id, number: tickets.number }).from(tickets).where(inArray(tickets.id, ids))
  return new Map(rows.map(({ id, number }) => [id, number]))
}
