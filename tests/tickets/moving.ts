import { eq } from 'drizzle-orm'
import { atomically, db, frozen } from '@/db'
import * as schema from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { recountAttempts } from '@/lib/tickets/moving'
import { insertOf } from './inserts'
import { monday } from './world'

/** Puts a customer's mail with a file on a ticket: message, attempt, raw mail, attachment. */
export async function mailed(ticketId: string, text = 'Sigo esperando', at = monday) {
  const [message, inboundId, file] = [newId('message'), newId('inbound'), newId('attachment')]
  await atomically(() => [
    insertOf.message({
      id: message,
      ticketId,
      kind: 'inbound',
      authorKind: 'customer',
      text,
      inboundId,
      createdAt: at,
    }),
    insertOf.inbound({ id: inboundId, ticketId, messageRowId: message, receivedAt: at }),
    insertOf.attachment({ id: file, ticketId, messageRowId: message, inboundId, createdAt: at }),
    frozen(schema.contactAttempts)({
      ...{
        id: newId('attempt'),
        ticketId,
        channel: 'email',
        direction: 'in',
        outcome: 'spoke',
        actorId: 'customer',
        at,
      },
    }),
    recountAttempts({ id: ticketId }),
  ])
  return { message, inboundId, file }
}

/** Puts an agent's sent reply on a ticket: message, letter, attempt. */
export async function replied(ticketId: string, by: string, at = monday) {
  const [message, letter] = [newId('message'), newId('letter')]
  await atomically(() => [
    insertOf.message({
      id: message,
      ticketId,
      kind: 'reply',
      authorKind: 'user',
      authorId: by,
      letterId: letter,
      createdAt: at,
    }),
    insertOf.letter({ id: letter, ticketId, messageRowId: message, createdAt: at }),
    frozen(schema.contactAttempts)({
      ...{
        id: newId('attempt'),
        ticketId,
        channel: 'email',
        direction: 'out',
        outcome: 'no_answer',
        actorId: by,
        letterId: letter,
        at,
      },
    }),
    recountAttempts({ id: ticketId }),
  ])
  return { message, letter }
}

export const ticketOf = async (id: string) =>
  (await db.select().from(schema.tickets).where(eq(schema.tickets.id, id)))[0]

/** How many rows of a table hang on a ticket. */
export const held = async (id: string) => ({
  responses: await db.$count(schema.responses, eq(schema.responses.ticketId, id)),
  messages: await db.$count(schema.messages, eq(schema.messages.ticketId, id)),
  letters: await db.$count(schema.letters, eq(schema.letters.ticketId, id)),
  inbound: await db.$count(schema.inbound, eq(schema.inbound.ticketId, id)),
  files: await db.$count(schema.attachments, eq(schema.attachments.ticketId, id)),
  attempts: await db.$count(schema.contactAttempts, eq(schema.contactAttempts.ticketId, id)),
  tasks: await db.$count(schema.subTasks, eq(schema.subTasks.ticketId, id)),
  gestures: await db.$count(schema.gestures, eq(schema.gestures.ticketId, id)),
})
