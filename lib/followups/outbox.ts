import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import type { Page } from '@/lib/kit/page'
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

export type Outbox = { letters: Page<LetterSummary>; counts: { waiting: number; troubled: number }; state: MailState }

/** Every letter, newest first, with how mail is doing. Refuses `identity.forbidden` without mail.manage. */
export async function outbox(actor: Actor, filter: LetterFilter): Promise<Outbox> {
  demand(actor, 'mail.manage')
  const [letters, counts, state] = await Promise.all([letterPage(filter), letterCounts(), mailState()])
  return { letters, counts, state }
}

/** One letter whole. Refuses `identity.forbidden`, `letter.unknown`. */
export async function letterFor(actor: Actor, id: string): Promise<Letter> {
  demand(actor, 'mail.manage')
  return (await letterById(id)) ?? refuse('letter.unknown')
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
