import type { CustomerRow } from '@/lib/customers'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { commit, type Decided, type Dossier, decideReply, isStale } from '@/lib/tickets'
import { checkWords } from './check'
import { enclose } from './files/enclose'
import { customerOf, findTicket } from './find'
import { leavingAt, letterTo, signerOf } from './letter'
import { demandSeen } from './overtaken'
import { resolve } from './resolve'
import { say } from './say'
import type { ReplyInput, Sending } from './shared'

const persistence = 4

/**
 * Writes to the customer: the words on the ticket, the letter in the outbox and the ticket in work (or waiting, or resolved
 * with these words as its summary) are one list. Resolves to the message's id. The first contact counts when the letter has
 * left. With `hold` the letter waits so many seconds, with `sendAt` until then, and `withdrawReply` takes it back; a
 * scheduled one that waits for the customer does so from its leaving on. With `seen` it is refused as `reply.overtaken`
 * when somebody else has written since. Refuses `identity.forbidden`, `ticket.unknown`, `ticket.stale`, `ticket.settled`,
 * `contact.declined`, `contact.unreachable`, `input.invalid` naming the field (text, sendAt, attachments, seen), with
 * `next: 'resolve'` also what `resolve` refuses.
 */
export async function reply(
  actor: Actor,
  ticketId: string,
  input: ReplyInput & Sending,
  now: Date,
): Promise<{ id: string }> {
  demand(actor, 'tickets.work')
  checkWords(input, now)
  const { text, version, attachments, hold, seen } = input
  if (input.next === 'resolve') {
    return resolve(actor, ticketId, { summary: text, version, attachments, hold, seen }, now)
  }
  for (let turn = 1; ; turn++) {
    const dossier = await findTicket(actor, ticketId, version)
    await demandSeen(actor, dossier, seen)
    const { messageId, ...decided } = await replyOn(actor, dossier, input, now)
    try {
      await commit(ticketId, decided.steps)
      return { id: messageId }
    } catch (error) {
      // Without a version only what was said in between matters, and that is looked at anew.
      if (!isStale(error) || version !== undefined || turn === persistence) throw error
    }
  }
}

/** The same as a decision, for a list of several: `wait` and no other `next`. Refuses what `reply` refuses. */
export async function replyOn(
  actor: Actor,
  dossier: Dossier,
  input: Pick<ReplyInput, 'text' | 'next'> & Omit<Sending, 'seen'>,
  now: Date,
): Promise<Decided & { messageId: string }> {
  const { id: ticketId } = dossier.ticket
  const customer = reachable(dossier, await customerOf(dossier.ticket))
  const ids = { messageId: newId('message'), letterId: newId('letter') }
  const leaving = leavingAt(input, now)
  const next = input.next === 'wait' ? ('wait' as const) : undefined
  const wait = next === 'wait' && !leaving.scheduled
  const decided = decideReply(authorOf(actor), dossier, { ...ids, wait }, now)
  const enclosed = await enclose(ticketId, input.attachments, ids.messageId)
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
  const letter = letterTo(customer, dossier, 'reply', ids, signerOf(actor), now, { ...leaving, next })
  return { ...decided, steps: [...decided.steps, words, ...enclosed, ...letter], messageId: ids.messageId }
}

function reachable({ ticket, reach }: Dossier, customer: CustomerRow | null): CustomerRow & { email: string } {
  if (ticket.status === 'discarded') refuse('ticket.settled', { status: ticket.status })
  if (!ticket.contactAllowed) refuse('contact.declined')
  if (!reach.email || !customer?.email) return refuse('contact.unreachable')
  return { ...customer, email: customer.email }
}
