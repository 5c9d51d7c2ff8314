import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { memberships, ticketAddresses, users } from '@/db/schema'
import type { Standing } from '@/db/words/followups'
import type { CustomerRow } from '@/lib/customers'
import type { Role } from '@/lib/identity/shared'
import type { Authentication } from '@/lib/inbox'
import { emailKey } from '@/lib/kit/text'
import { sees } from '@/lib/tickets'

/** Who a sender is to a ticket, and as whom they are written down. */
export type Sender = { standing: Standing; authorKind: 'customer' | 'user' | 'stranger'; authorId: string | null }

type Known = {
  customer: Pick<CustomerRow, 'id' | 'emailKey'> | null
  /** Keys of addresses that a person added to the ticket. */
  added: string[]
  /** The person of the desk with this address who may see the ticket. */
  staff: { id: string } | null
}

export const stranger: Sender = { standing: 'stranger', authorKind: 'stranger', authorId: null }

/**
 * The customer's own or an added address: their words, unless our receiving server says that its domain disowns the mail. A
 * person of the desk: only when that server vouches for it. Whoever else: a stranger. Pure.
 */
export function senderOf(address: string, known: Known, authentication: Authentication): Sender {
  const key = emailKey(address)
  if (!key || authentication.dmarc === 'fail') return stranger
  if (known.customer?.emailKey === key || known.added.includes(key)) {
    return { standing: 'participant', authorKind: 'customer', authorId: known.customer?.id ?? null }
  }
  if (known.staff && authentication.pass) return { standing: 'staff', authorKind: 'user', authorId: known.staff.id }
  return stranger
}

/** The addresses that count as the customer's on a ticket, beside their own. */
export async function addedTo(ticketId: string): Promise<string[]> {
  const rows = await db
    .select({ key: ticketAddresses.addressKey })
    .from(ticketAddresses)
    .where(eq(ticketAddresses.ticketId, ticketId))
  return rows.map(({ key }) => key)
}

/** The active person of the desk with this address who may see a ticket of this team. */
export async function staffFor(
  address: string,
  teamId: string,
  contributing: string[],
): Promise<{ id: string } | null> {
  const key = emailKey(address)
  if (!key) return null
  const rows = await db
    .select({ id: users.id, name: users.name, role: users.role, active: users.active, team: memberships.teamId })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.emailKey, key))
  const [person] = rows
  if (!person?.active) return null
  const actor = {
    kind: 'user' as const,
    id: person.id,
    name: person.name,
    role: person.role as Role,
    teams: rows.flatMap(({ team }) => team ?? []),
    locale: 'es' as const,
    timeZone: 'UTC',
  }
  return sees(actor, teamId, contributing) ? { id: person.id } : null
}
