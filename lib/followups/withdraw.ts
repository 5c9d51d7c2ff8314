import { and, eq, inArray } from 'drizzle-orm'
import { atomically, type Build, db, must, type Step, type Tx } from '@/db'
import { attachments, letters, messages } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { nudge } from '@/lib/jobs'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { type Letter, letterById } from '@/lib/mail'
import { type Dossier, decideWork, dossierOf, isStale, tellStale } from '@/lib/tickets'
import { type MessageRow, messageById } from './reading'
import { reopening } from './reopening'

/** What was taken back: the words for a draft, and the files that stand in it again. */
export type Withdrawn = { ticketId: string; text: string; attachments: string[] }

/**
 * Takes a letter back that has not left: the letter is cancelled, its words come back to the caller, and what the sending
 * changed is as before (waiting: in work again; resolved: open again, which counts as no reopening), all in one list. Refuses
 * `identity.forbidden`, `message.unknown`, `letter.stale` when it has left, `ticket.stale`.
 */
export async function withdrawReply(actor: Actor, messageId: string, now: Date): Promise<Withdrawn> {
  demand(actor, 'tickets.work')
  const message = await messageById(messageId)
  if (!message) return refuse('message.unknown')
  const dossier = await dossierOf(actor, message.ticketId).catch(() => refuse('message.unknown'))
  const letter = message.letterId ? await letterById(message.letterId) : null
  if (!letter) return refuse('message.unknown')
  if (!isWaiting(letter)) return refuse('letter.stale')
  const files = await filesOn(messageId)
  const undone = undo(actor, dossier, letter, now)
  const facts = record(
    [
      {
        kind: 'message.withdrawn',
        subject: { kind: 'ticket', id: message.ticketId },
        actor: authorOf(actor),
        announced: true,
        payload: { message: messageId, letter: letter.id },
      },
    ],
    now,
  )
  await atomically((tx) => [
    ...called(tx, letter, message, now),
    tx
      .update(attachments)
      .set({ messageRowId: null, createdBy: actor.id })
      .where(eq(attachments.messageRowId, messageId)),
    ...undone(tx),
    ...facts,
  ]).catch((error: unknown) => (isStale(error) ? tellStale(message.ticketId) : Promise.reject(error)))
  nudge()
  return { ticketId: message.ticketId, text: message.text, attachments: files }
}

const waiting = ['queued', 'held'] as const
const isWaiting = ({ state }: Letter) => waiting.some((one) => one === state)

const called = (tx: Tx, letter: Letter, message: MessageRow, now: Date): Step[] => [
  must(
    tx
      .update(letters)
      .set({ state: 'cancelled', error: 'by_hand', updatedAt: now })
      .where(and(eq(letters.id, letter.id), inArray(letters.state, [...waiting])))
      .returning({ id: letters.id }),
    () => new Refusal('letter.stale'),
  ),
  tx.update(messages).set({ withdrawnAt: now, visible: false }).where(eq(messages.id, message.id)),
]

function undo(actor: Actor, dossier: Dossier, { facts, createdAt }: Letter, now: Date): Build {
  const { ticket } = dossier
  const by = authorOf(actor)
  const at = createdAt.getTime()
  if (facts.next === 'wait' && ticket.status === 'waiting_customer' && ticket.waitingSince?.getTime() === at) {
    const { steps } = decideWork(by, dossier, now, 'withdrawn')
    return () => steps
  }
  const resolved = ticket.status === 'resolved' && ticket.resolvedAt?.getTime() === at
  return facts.next === 'resolve' && resolved ? reopening(by, dossier, 'undo', now) : () => []
}

async function filesOn(messageId: string): Promise<string[]> {
  const rows = await db.select({ id: attachments.id }).from(attachments).where(eq(attachments.messageRowId, messageId))
  return rows.map(({ id }) => id)
}
