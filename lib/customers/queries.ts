import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { db } from '@/db'
import { customers, suppressions } from '@/db/schema'
import { contains } from '@/db/sql'
import type { Actor } from '@/lib/identity/shared'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import { refuse } from '@/lib/kit/refusal'
import { openToken } from '@/lib/kit/seal'
import { fold } from '@/lib/kit/text'
import { customersSeenBy } from './access'
import type { CustomerRow } from './customer'

export type CustomerFilters = {
  /** Part of the name or e-mail, however it is written; or an external id exactly. */
  q?: string | undefined
  segment?: string | undefined
  externalId?: string | undefined
  email?: string | undefined
}

/** Customers by name, a page at a time; those of the actor's teams unless the role sees all. Refuses `identity.forbidden`. */
export async function listCustomers(
  actor: Actor,
  filters: CustomerFilters & { cursor?: string | undefined; limit?: number },
): Promise<Page<CustomerRow>> {
  const { q = '', segment, externalId, email, limit = 50 } = filters
  const [folded, id] = decodeCursor(filters.cursor) ?? []
  const wanted = fold(q)
  const rows = await db
    .select()
    .from(customers)
    .where(
      and(
        isNull(customers.erasedAt),
        customersSeenBy(actor),
        wanted ? or(contains(customers.folded, wanted), eq(customers.externalId, q.trim())) : undefined,
        segment === undefined ? undefined : eq(customers.segment, segment),
        externalId === undefined ? undefined : eq(customers.externalId, externalId),
        email === undefined ? undefined : eq(customers.emailKey, email),
        typeof folded === 'string' && typeof id === 'string'
          ? or(gt(customers.folded, folded), and(eq(customers.folded, folded), gt(customers.id, id)))
          : undefined,
      ),
    )
    .orderBy(asc(customers.folded), asc(customers.id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.folded, row.id])
}

/** One customer, erased or not. Refuses `customer.unknown`, also for one whom the actor may not see. */
export async function customerById(actor: Actor, id: string): Promise<CustomerRow> {
  const seen = customersSeenBy(actor)
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), seen))
    .limit(1)
  return row ?? refuse('customer.unknown')
}

/** Why this address gets nothing automatic any more (bounced, complained), or null. */
export async function suppressionOfCustomer({ emailKey }: CustomerRow): Promise<string | null> {
  if (!emailKey) return null
  const [row] = await db.select().from(suppressions).where(eq(suppressions.addressKey, emailKey)).limit(1)
  return row?.reason ?? null
}

/** Whom an unsubscribe link is for: null when the link is none of ours or its customer was erased. Changes nothing. */
export async function unsubscribePage(token: string): Promise<{ optedOut: boolean; language: string | null } | null> {
  const id = openToken('unsubscribe', token)
  const [row] = id ? await db.select().from(customers).where(eq(customers.id, id)).limit(1) : []
  return row && !row.erasedAt ? { optedOut: row.optedOutAt !== null, language: row.language } : null
}
