import type { CustomerRow } from '@/lib/customers'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { commit, type Decided, type Dossier, decideReply } from '@/lib/tickets'
import { customerOf, findTicket } from './find'
import { letterTo, signerOf } from './letter'
import { resolve } from './resolve'
import { say } from './say'
import type { ReplyInput } from './shared'

/**
 * Writes to the customer: the words on the ticket, the letter in the outbox and the ticket in work (or waiting, or resolved
 * with these words as its summary) are one list. Resolves to the message's id. The first contact counts when the letter has
 * left. Refuses `identity.forbidden`, `ticket.unknown`, `ticket.stale`, `ticket.settled`, `contact.declined`,
 * `contact.unreachable`; with `next: 'resolve'` also what `resolve` refuses.
 */
export async function reply(actor: Actor, ticketId: string, input: ReplyInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'tickets.work')
  if (input.next === 'resolve') return resolve(actor, ticketId, { summary: input.text, version: input.version }, now)
  const dossier = await findTicket(actor, ticketId, input.version)
  const { messageId, ...decided } = await replyOn(actor, dossier, input, now)
  await commit(ticketId, decided.steps)
  return { id: messageId }
}

/** The same as a decision, for a list of several: `wait` and no other `next`. Refuses what `reply` refuses. */
export async function replyOn(
  actor: Actor,
  dossier: Dossier,
  input: Pick<ReplyInput, 'text' | 'next'>,
  now: Date,
): Promise<Decided & { messageId: string }> {
  const { id: ticketId } = dossier.ticket
  const customer = reachable(dossier, await customerOf(dossier.ticket))
  const ids = { messageId: newId('message'), letterId: newId('letter') }
  const decided = decideReply(authorOf(actor), dossier, { ...ids, wait: input.next === 'wait' }, now)
  const words = say(
    {
      id: ids.messageId,
      ticketId,
      kind: 'reply',
      authorKind: actor.kind,
      authorId: actor.id,
      text: input.text,
      letterId: ids.letterId,
      visible: true,
    },
    now,
  )
  const letter = letterTo(customer, dossier, 'reply', ids, signerOf(actor), now)
  return { ...decided, steps: [...decided.steps, words, ...letter], messageId: ids.messageId }
}

function reachable({ ticket, reach }: Dossier, customer: CustomerRow | null): CustomerRow & { email: string } {
  if (ticket.status === 'discarded') refuse('ticket.settled', { status: ticket.status })
  if (!ticket.contactAllowed) refuse('contact.declined')
  if (!reach.email || !customer?.email) return refuse('contact.unreachable')
  return { ...customer, email: customer.email }
}
