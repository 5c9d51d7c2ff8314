import { and, eq, inArray } from 'drizzle-orm'
import { atomically, must } from '@/db'
import { attachments, inbound } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity/shared'
import { filesOf, type Inbound, type ReadMail, rawOf, readMail } from '@/lib/inbox'
import { nudge } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import { isRefusal, Refusal, refuse } from '@/lib/kit/refusal'
import { excerpt } from '@/lib/kit/text'
import { createTicket, dossierOf, isStale, tellStale } from '@/lib/tickets'
import { keepFile } from '../files/keep'
import { onTicket, senderOn, spokenByHand } from '../incoming/spoken'
import type { AssignMailInput } from '../shared'
import { waitingMail } from './list'

/**
 * Puts a waiting mail on a ticket: one that the actor may see, or a new one made by hand (a customer by their id; the address
 * only suggests whom). What it changes there is what the same mail would have changed by itself: the customer's words count
 * as spoken, a stranger's stand under a banner. Resolves to the ticket. Refuses `identity.forbidden`, `inbound.unknown`,
 * `inbound.stale`, `ticket.unknown`, `ticket.settled`, `ticket.tooOld`, and what `createTicket` refuses.
 */
export async function assignMail(
  actor: Actor,
  inboundId: string,
  input: AssignMailInput,
  now: Date,
): Promise<{ id: string; number: number }> {
  const row = await waitingMail(actor, inboundId)
  const mail = await read(row)
  const ticketId = 'ticket' in input ? input.ticket : await opened(actor, mail, input.new, now)
  const dossier = await dossierOf(actor, ticketId)
  if (dossier.ticket.status === 'discarded') refuse('ticket.settled', { status: dossier.ticket.status })
  const sender = await senderOn(mail, dossier, spokenByHand)
  const { outcome, build } = await onTicket(mail, row, dossier, sender, now)
  const place = { ticketId, messageRowId: outcome.messageRowId ?? null, inboundId: row.id }
  // What was put aside before it was sorted left its files in the mail.
  const stored = (await filesOf(row.id)).length > 0
  const files = stored ? [] : await Promise.all(mail.files.map((file) => keepFile(file, place, now)))
  await atomically((tx) => [
    must(
      tx
        .update(inbound)
        .set({
          state: 'settled',
          kind: 'reply',
          ticketId,
          messageRowId: outcome.messageRowId ?? null,
          trail: [...row.trail, 'assigned'],
          settledAt: now,
          settledBy: actor.id,
        })
        .where(and(eq(inbound.id, row.id), eq(inbound.state, row.state)))
        .returning({ id: inbound.id }),
      () => new Refusal('inbound.stale'),
    ),
    tx
      .update(attachments)
      .set({ ticketId, messageRowId: outcome.messageRowId ?? null })
      .where(eq(attachments.inboundId, row.id)),
    ...files.flatMap(({ writes }) => writes),
    ...build(tx),
    ...record(
      [
        {
          kind: 'mail.assigned',
          subject: { kind: 'ticket', id: ticketId },
          actor: authorOf(actor),
          payload: { inbound: row.id, message: outcome.messageRowId },
        },
      ],
      now,
    ),
  ]).catch((error: unknown) => (isStale(error) ? tellStale(ticketId) : Promise.reject(error)))
  nudge()
  return { id: ticketId, number: dossier.ticket.number }
}

/** Nothing is to be done about a waiting mail. It stays, and shows no more. Refuses as `assignMail`. */
export async function dismissMail(actor: Actor, inboundId: string, now: Date): Promise<void> {
  const row = await waitingMail(actor, inboundId)
  await atomically((tx) => [
    must(
      tx
        .update(inbound)
        .set({ state: 'dismissed', trail: [...row.trail, 'dismissed'], settledAt: now, settledBy: actor.id })
        .where(and(eq(inbound.id, row.id), inArray(inbound.state, [row.state])))
        .returning({ id: inbound.id }),
      () => new Refusal('inbound.stale'),
    ),
    ...record(
      [
        {
          kind: 'mail.dismissed',
          subject: { kind: 'organization', id: 'org' },
          actor: authorOf(actor),
          payload: { inbound: row.id },
        },
      ],
      now,
    ),
  ])
}

/** The mail as it reads; of one that cannot be read what its row knows, so that a person may still put it somewhere. */
async function read(row: Inbound): Promise<ReadMail> {
  const raw = row.state === 'unreadable' ? null : await rawOf(row.id)
  const parsed = raw ? await readMail(raw).catch(unreadable) : null
  return parsed ? { ...parsed, files: parsed.files.map((file) => ({ ...file, id: newId('attachment') })) } : bare(row)
}

const unreadable = (error: unknown): null => {
  if (isRefusal(error)) return null
  throw error
}

const bare = (row: Inbound): ReadMail => ({
  messageId: row.messageIdHeader ?? `<${row.id}@unreadable>`,
  synthetic: true,
  inReplyTo: [],
  references: [],
  senders: 1,
  from: row.fromAddress ? { name: row.fromName ?? '', address: row.fromAddress } : null,
  replyTo: [],
  to: [],
  cc: [],
  recipients: [],
  returnPath: null,
  subject: row.subject ?? '',
  date: null,
  text: '',
  quoteAt: null,
  html: null,
  files: [],
  signs: {},
  report: null,
  wordsHash: row.wordsHash ?? '',
  notes: [],
})

// In a list of its own, first: if putting the mail there fails, the mail still waits and the new ticket takes it.
async function opened(
  actor: Actor,
  mail: ReadMail,
  input: Extract<AssignMailInput, { new: unknown }>['new'],
  now: Date,
): Promise<string> {
  const title = input.title || excerpt(mail.subject, 200) || mail.from?.name || mail.from?.address || '—'
  return (await createTicket(actor, { ...input, title }, now)).id
}
