import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { messages, users } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import type { Dossier } from '@/lib/tickets'

const telling = ['note', 'reply', 'letter', 'inbound', 'customer_page'] as const

/**
 * Refuses `reply.overtaken` when the customer or a colleague has written since the last message that the writer saw (null:
 * none): which message, who wrote it (`customer`, `user`, `key`), their name and when. Absent: nothing is asked.
 */
export async function demandSeen(actor: Actor, { ticket }: Dossier, seen: string | null | undefined): Promise<void> {
  if (seen === undefined) return
  const last = seen === null ? null : await seenOn(ticket.id, seen)
  const [since] = await db
    .select({
      id: messages.id,
      authorKind: messages.authorKind,
      fromName: messages.fromName,
      name: users.name,
      at: messages.createdAt,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        inArray(messages.kind, [...telling]),
        isNull(messages.withdrawnAt),
        or(ne(messages.authorKind, actor.kind), isNull(messages.authorId), ne(messages.authorId, actor.id)),
        ne(messages.authorKind, 'system'),
        last
          ? or(gt(messages.createdAt, last.at), and(eq(messages.createdAt, last.at), gt(messages.id, last.id)))
          : undefined,
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1)
  if (!since) return
  refuse('reply.overtaken', {
    message: since.id,
    author: since.authorKind,
    name: since.name ?? since.fromName,
    at: since.at,
  })
}

async function seenOn(ticketId: string, id: string): Promise<{ id: string; at: Date }> {
  const [row] = await db
    .select({ id: messages.id, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.ticketId, ticketId)))
  return row ?? refuse('input.invalid', {}, [{ path: 'seen', code: 'unknown', message: 'unknown' }])
}
