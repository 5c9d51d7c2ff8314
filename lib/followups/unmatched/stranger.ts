import { and, eq } from 'drizzle-orm'
import { atomically, frozen, must } from '@/db'
import { attachments, inbound, messages, ticketAddresses, ticketLinks } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { nudge } from '@/lib/jobs'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { emailKey, excerpt } from '@/lib/kit/text'
import { createTicket, dossierOf, isStale, tellStale } from '@/lib/tickets'
import { hearing } from '../heard'
import type { MessageRow } from '../reading'
import { messageFor } from '../source'

const link = frozen(ticketLinks)

/**
 * A person says that the address of a stranger's mail is the customer's too: from now on, on this ticket, what comes from
 * there are their words, this mail first. The customer's own record stays as it is. Refuses `identity.forbidden`,
 * `message.unknown`, also for a message that is no stranger's, and `ticket.settled`, `ticket.tooOld` of a ticket that takes
 * no words any more.
 */
export async function addAddress(actor: Actor, messageId: string, now: Date): Promise<void> {
  demand(actor, 'tickets.work')
  const { message, address, key } = await strangers(actor, messageId)
  const dossier = await dossierOf(actor, message.ticketId)
  const { ticket } = dossier
  if (ticket.status === 'discarded') refuse('ticket.settled', { status: ticket.status })
  const heard = await hearing(dossier, 'email', now)
  await atomically((tx) => [
    tx
      .insert(ticketAddresses)
      .values({ ticketId: ticket.id, addressKey: key, addedBy: actor.id, at: now })
      .onConflictDoNothing(),
    tx
      .update(messages)
      .set({ standing: 'participant', authorKind: 'customer', authorId: ticket.customerId, visible: true })
      .where(
        and(
          eq(messages.ticketId, ticket.id),
          eq(messages.standing, 'stranger'),
          eq(messages.kind, 'inbound'),
          eq(messages.fromAddress, address),
        ),
      ),
    ...heard(tx),
    ...record(
      [
        {
          kind: 'ticket.address_added',
          subject: { kind: 'ticket', id: ticket.id },
          actor: authorOf(actor),
          payload: { message: messageId },
        },
      ],
      now,
    ),
  ]).catch((error: unknown) => (isStale(error) ? tellStale(ticket.id) : Promise.reject(error)))
  nudge()
}

/**
 * Gives a stranger's mail a ticket of its own, of nobody's until somebody says whose; both know each other by a link. Resolves
 * to the new ticket. Refuses as `addAddress`.
 */
export async function splitMail(actor: Actor, messageId: string, now: Date): Promise<{ id: string; number: number }> {
  demand(actor, 'tickets.work')
  const { message, address } = await strangers(actor, messageId)
  const { ticket } = await dossierOf(actor, message.ticketId)
  const title = excerpt(message.subject ?? '', 200) || message.fromName || address
  const made = await createTicket(actor, { title, team: ticket.teamId, language: ticket.language }, now)
  const moved = { ticketId: made.id }
  await atomically((tx) => [
    must(
      tx
        .update(messages)
        .set(moved)
        .where(and(eq(messages.id, messageId), eq(messages.ticketId, ticket.id)))
        .returning({ id: messages.id }),
      () => new Refusal('message.unknown'),
    ),
    tx.update(attachments).set(moved).where(eq(attachments.messageRowId, messageId)),
    tx.update(inbound).set(moved).where(eq(inbound.messageRowId, messageId)),
    link({ fromId: ticket.id, toId: made.id, kind: 'split', at: now }),
    ...record(
      [ticket.id, made.id].map((id) => ({
        kind: 'message.received',
        subject: { kind: 'ticket' as const, id },
        actor: authorOf(actor),
        announced: true,
        payload: { message: messageId, kind: 'split', from: ticket.id },
      })),
      now,
    ),
  ])
  nudge()
  return { id: made.id, number: made.number }
}

async function strangers(
  actor: Actor,
  messageId: string,
): Promise<{ message: MessageRow; address: string; key: string }> {
  const message = await messageFor(actor, messageId)
  const key = emailKey(message.fromAddress ?? '')
  const theirs = message.kind === 'inbound' && message.standing === 'stranger'
  if (!theirs || !key || !message.fromAddress) return refuse('message.unknown')
  return { message, address: message.fromAddress, key }
}
