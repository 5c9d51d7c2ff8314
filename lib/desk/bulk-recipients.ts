import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { customers, suppressions, tickets } from '@/db/schema'
import { demand, type UserActor } from '@/lib/identity/shared'
import { sees } from '@/lib/tickets'
import { type Chosen, chosenBy } from './bulk-ask'
import type { BulkInput, BulkRecipients } from './bulk-input'
import { macroById } from './macros'
import { teamsOfTickets } from './presence'
import { mailsOf } from './run-macro'

const page = 500

/**
 * To how many people a run would write, and to how many it cannot: contact declined, no
 * address, an address that bounces. Refuses `macro.unknown` and what choosing tickets refuses.
 */
export async function bulkRecipients(actor: UserActor, input: BulkInput, now: Date): Promise<BulkRecipients> {
  demand(actor, 'tickets.work')
  const { change } = input
  const mails = change.kind === 'macro' && mailsOf((await macroById(actor, change.macro)).deeds)
  const chosen = await chosenBy(actor, input, now)
  if (!mails) return { total: chosen.length, recipients: 0, declined: 0, unreachable: 0, suppressed: 0 }
  return recipientsAmong(actor, chosen, now)
}

/** The same for tickets that are chosen already. */
export async function recipientsAmong(actor: UserActor, chosen: Chosen[], now: Date): Promise<BulkRecipients> {
  const sum: BulkRecipients = { total: chosen.length, recipients: 0, declined: 0, unreachable: 0, suppressed: 0 }
  for (let at = 0; at < chosen.length; at += page) {
    const ids = chosen.slice(at, at + page).map(({ id }) => id)
    const [teams, rows] = await Promise.all([teamsOfTickets(ids), reachOf(ids)])
    for (const row of rows) {
      const its = teams.get(row.id)
      if (!its || !sees(actor, its.team, its.helping)) continue
      const stopped = row.reason?.startsWith('bounce') && (row.until === null || row.until > now)
      if (!row.allowed) sum.declined++
      else if (!row.emailKey) sum.unreachable++
      else if (stopped) sum.suppressed++
      else sum.recipients++
    }
  }
  return sum
}

const reachOf = (ids: string[]) =>
  db
    .select({
      id: tickets.id,
      allowed: tickets.contactAllowed,
      emailKey: customers.emailKey,
      reason: suppressions.reason,
      until: suppressions.until,
    })
    .from(tickets)
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(suppressions, eq(suppressions.addressKey, customers.emailKey))
    .where(inArray(tickets.id, ids))
