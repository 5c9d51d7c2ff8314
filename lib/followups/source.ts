import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { messages } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { rawOf } from '@/lib/inbox'
import { refuse } from '@/lib/kit/refusal'
import { letterById } from '@/lib/mail'
import { dossierOf } from '@/lib/tickets'
import type { MessageRow } from './reading'

/** A message of a ticket that the actor may see. Refuses `identity.forbidden`, `message.unknown`. */
export async function messageFor(actor: Actor, id: string): Promise<MessageRow> {
  demand(actor, 'tickets.read')
  demand(actor, 'words.read')
  const [row] = await db.select().from(messages).where(eq(messages.id, id))
  if (!row || row.erasedAt) return refuse('message.unknown')
  await dossierOf(actor, row.ticketId).catch(() => refuse('message.unknown'))
  return row
}

/**
 * The bytes of a message as they came or left, for a download. Refuses `identity.forbidden`, `message.unknown`, also where
 * there are none: a note, a word from the customer's page, a letter that was not written yet.
 */
export async function messageSource(actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  const message = await messageFor(actor, id)
  const letter = message.letterId ? await letterById(message.letterId) : null
  const bytes = message.inboundId
    ? await rawOf(message.inboundId)
    : letter?.raw
      ? Buffer.from(letter.raw, 'utf8')
      : null
  return bytes ? { name: `${id}.eml`, bytes } : refuse('message.unknown')
}
