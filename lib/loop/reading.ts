import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { db } from '@/db'
import { prepared } from '@/db/prepared'
import { customers, invitations, responses, tickets, touchpoints } from '@/db/schema'

// No `limit` on this road: SQLite prepares a statement anew whenever a bound LIMIT is bound again, which costs forty times
// the look. Every key here is unique.
const one = <R>(rows: R[]): R | null => rows[0] ?? null

const storedColumns = {
  id: responses.id,
  category: responses.category,
  contentHash: responses.contentHash,
  touchpointId: responses.touchpointId,
  receivedAt: responses.receivedAt,
  ticketId: responses.ticketId,
  number: tickets.number,
}

const byIdempotency = prepared('stored by idempotency', (db) =>
  db
    .select(storedColumns)
    .from(responses)
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(eq(responses.idempotency, sql.placeholder('key'))),
)
const byExternalKey = prepared('stored by external key', (db) =>
  db
    .select(storedColumns)
    .from(responses)
    .leftJoin(tickets, eq(tickets.id, responses.ticketId))
    .where(eq(responses.externalKey, sql.placeholder('key'))),
)
const customersByIdentity = prepared('customers by identity', (db) =>
  db
    .select()
    .from(customers)
    .where(
      or(eq(customers.externalId, sql.placeholder('externalId')), eq(customers.emailKey, sql.placeholder('emailKey'))),
    ),
)
const customerById = prepared('customer by id', (db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('key'))),
)
const ticketByJoinKey = prepared('ticket by join key', (db) =>
  db
    .select()
    .from(tickets)
    .where(eq(tickets.joinKey, sql.placeholder('key'))),
)
const ticketsSoFar = prepared('tickets of customer at touchpoint', (db) =>
  db
    .select({ occurrence: sql<number>`max(${tickets.occurrence})`.mapWith(Number) })
    .from(tickets)
    .where(
      and(eq(tickets.customerId, sql.placeholder('customer')), eq(tickets.touchpointId, sql.placeholder('touchpoint'))),
    ),
)
const invitationById = prepared('invitation by id', (db) =>
  db
    .select()
    .from(invitations)
    .where(eq(invitations.id, sql.placeholder('key'))),
)

/** A response as a replay shows it. */
export type Stored = Awaited<ReturnType<typeof storedByIdempotency>>

export const storedByIdempotency = async (key: string) => one(await byIdempotency({ key }))
export const storedByExternalKey = async (key: string) => one(await byExternalKey({ key }))
/** The one or two people that an answer's externalId and e-mail point to, found by one look. */
export async function findCustomers(externalId: string | null, emailKey: string | null) {
  const rows = externalId || emailKey ? await customersByIdentity({ externalId, emailKey }) : []
  return {
    byExternal: rows.find((row) => externalId !== null && row.externalId === externalId) ?? null,
    byEmail: rows.find((row) => emailKey !== null && row.emailKey === emailKey) ?? null,
  }
}
export const findCustomer = async (key: string) => one(await customerById({ key }))
export const findJoinable = async (key: string) => one(await ticketByJoinKey({ key }))
export const findInvitation = async (key: string) => one(await invitationById({ key }))
/** How many tickets the customer had at the touchpoint. */
export const occurrencesSoFar = async (customer: string, touchpoint: string) =>
  one(await ticketsSoFar({ customer, touchpoint }))?.occurrence || 0

const bulkColumns = {
  id: responses.id,
  category: responses.category,
  contentHash: responses.contentHash,
  touchpoint: touchpoints.slug,
  receivedAt: responses.receivedAt,
  idempotency: responses.idempotency,
  externalKey: responses.externalKey,
}

export const storedByIdempotencies = (keys: string[]) =>
  db
    .select(bulkColumns)
    .from(responses)
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(inArray(responses.idempotency, keys))

export const storedByExternalKeys = (keys: string[]) =>
  db
    .select(bulkColumns)
    .from(responses)
    .leftJoin(touchpoints, eq(touchpoints.id, responses.touchpointId))
    .where(inArray(responses.externalKey, keys))
