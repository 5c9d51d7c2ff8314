import type { Filled } from '@/db'
import type { CustomerRow } from '@/lib/customers'
import type { Actor } from '@/lib/identity/shared'
import { after } from '@/lib/kit/clock'
import { queueLetter } from '@/lib/mail'
import type { Dossier, TicketStatus } from '@/lib/tickets'

/** When a person's letter leaves, and what it changed: for taking it back, and for what follows when it leaves. */
export type Leaving = {
  notBefore?: Date
  /** Put off to a day: a word of the customer's before then holds it. */
  scheduled?: boolean
  next?: 'wait' | 'resolve' | undefined
}

/** The writes of a letter in a person's own words. */
export const letterTo = (
  customer: CustomerRow & { email: string },
  { ticket }: Dossier,
  kind: 'reply' | 'summary',
  ids: { messageId: string; letterId: string },
  signedBy: string | null,
  now: Date,
  leaving: Leaving = {},
): Filled[] =>
  queueLetter(
    {
      id: ids.letterId,
      kind,
      to: customer.email,
      toName: customer.name,
      language: ticket.language,
      ticketId: ticket.id,
      customerId: customer.id,
      messageRowId: ids.messageId,
      fromName: signedBy,
      automatic: kind === 'summary',
      facts: factsOf(ticket, leaving),
      ...(leaving.notBefore ? { notBefore: leaving.notBefore } : {}),
    },
    now,
  )

const factsOf = (ticket: { reopens: number; status: TicketStatus }, { scheduled, next }: Leaving) => ({
  reopens: ticket.reopens,
  ...(scheduled ? { scheduled: 1 } : {}),
  ...(next ? { next } : {}),
})

/** When a letter leaves that may be taken back for so many seconds; with neither: at once. */
export const leavingAt = (
  { hold, sendAt }: { hold?: number | undefined; sendAt?: Date | undefined },
  now: Date,
): Pick<Leaving, 'notBefore' | 'scheduled'> => {
  if (sendAt) return { notBefore: sendAt, scheduled: true }
  return hold ? { notBefore: after(now, hold * 1_000) } : {}
}

/** Who signs what an actor writes: a person by name, a program with the house's. */
export const signerOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.name : null)
