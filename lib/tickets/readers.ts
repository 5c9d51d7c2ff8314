import { and, asc, eq, inArray, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { memberships, users } from '@/db/schema'
import { emailKey } from '@/lib/kit/text'
import type { Dossier } from './dossier'
import { blame } from './lookups'

/** Somebody who may see a ticket and work on it. */
export type Reader = { id: string; name: string; absentUntil: Date | null }

/** Everybody who may see a ticket: its team, the teams that help, and those who see all. By name, each once. */
export async function readersOf({ ticket, contributors }: Pick<Dossier, 'ticket' | 'contributors'>): Promise<Reader[]> {
  const rows = await db
    .selectDistinct({ id: users.id, name: users.name, absentUntil: users.absentUntil, folded: users.folded })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(users.active, true),
        ne(users.role, 'viewer'),
        or(inArray(users.role, ['admin', 'manager']), inArray(memberships.teamId, [ticket.teamId, ...contributors])),
      ),
    )
    .orderBy(asc(users.folded), asc(users.id))
  return rows.map(({ folded: _, ...reader }) => reader)
}

/** Id of somebody who may see the ticket, by id or e-mail. Refuses `ticket.notMember`, naming `assignee`. */
export async function readerBy(dossier: Dossier, ref: string): Promise<string> {
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.id, ref), eq(users.emailKey, emailKey(ref) ?? ref)))
  const reader = (await readersOf(dossier)).find(({ id }) => id === row?.id)
  return reader?.id ?? blame('assignee', 'ticket.notMember')
}
