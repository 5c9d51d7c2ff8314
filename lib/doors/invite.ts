import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { type InvitationRound, inviteCustomers, type RoundResult } from '@/lib/surveys'

/** Asks people by e-mail, but nobody who has a case open. See `inviteCustomers` of lib/surveys for the rest. */
export const invite = (actor: Actor, round: InvitationRound, now: Date): Promise<RoundResult> =>
  inviteCustomers(actor, round, customersInCase, now)

/** Which of these customers have a case open. */
async function customersInCase(ids: string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: tickets.customerId })
    .from(tickets)
    .where(and(inArray(tickets.customerId, ids), eq(tickets.open, true)))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}
