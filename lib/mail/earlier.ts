import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { inbound, letters } from '@/db/schema'
import type { Letter } from './message'

/** What went to and fro before a letter: Message-IDs, oldest first, and whether a person wrote to us among it. */
export type EarlierMail = { ids: string[]; received: boolean }

/**
 * What went to and fro on a letter's ticket before it: our letters to this address and what people wrote to us. Automatic
 * answers are left out: nobody answers those.
 */
export async function earlierIds(letter: Letter): Promise<EarlierMail> {
  if (!letter.ticketId) return { ids: [], received: false }
  const [sent, received] = await Promise.all([
    readSent({ ticket: letter.ticketId, to: letter.toAddress, letter: letter.id }),
    readReceived({ ticket: letter.ticketId }),
  ])
  const ids = [...sent, ...received]
    .sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0))
    .flatMap(({ id }) => (id ? [id] : []))
  return { ids, received: received.length > 0 }
}

const readSent = prepared('earlier letters', (read) =>
  read
    .select({ id: letters.messageId, at: letters.sentAt })
    .from(letters)
    .where(
      and(
        eq(letters.ticketId, sql.placeholder('ticket')),
        eq(letters.toAddress, sql.placeholder('to')),
        isNotNull(letters.messageId),
        ne(letters.id, sql.placeholder('letter')),
        isNotNull(letters.sentAt),
      ),
    ),
)

const readReceived = prepared('earlier mail', (read) =>
  read
    .select({ id: inbound.messageIdHeader, at: inbound.receivedAt })
    .from(inbound)
    .where(and(eq(inbound.ticketId, sql.placeholder('ticket')), inArray(inbound.kind, ['reply', 'cold']))),
)
