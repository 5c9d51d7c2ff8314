import { and, desc, inArray, ne } from 'drizzle-orm'
import { db } from '@/db'
import { customers, invitations, responses, suppressions } from '@/db/schema'
import type { CustomerRow } from '@/lib/customers'
import { emailKey } from '@/lib/kit/text'
import type { Standing } from './fatigue'
import type { Recipient } from './recipients'

/** Who has a case open, among these customers: the rooms above know. */
export type InCase = (customerIds: string[]) => Promise<ReadonlySet<string>>

/** One person of a round: the address's key, the customer if known, and what speaks against asking. */
export type Candidate = Recipient & { key: string; customer: CustomerRow | null; standing: Standing }

/** Looks up everything that `mayAsk` wants to know of these people, in five reads whatever their number. */
export async function candidatesOf(recipients: Recipient[], surveyId: string, inCase: InCase): Promise<Candidate[]> {
  const keyed = recipients.flatMap((person) => {
    const key = emailKey(person.email)
    return key ? [{ ...person, key }] : []
  })
  const keys = keyed.map(({ key }) => key)
  if (keys.length === 0) return []
  const known = await db.select().from(customers).where(inArray(customers.emailKey, keys))
  const ids = known.map(({ id }) => id)
  const [refused, asked, answered, busy] = await Promise.all([
    db.select({ key: suppressions.addressKey }).from(suppressions).where(inArray(suppressions.addressKey, keys)),
    ids.length > 0 ? askedBefore(ids) : [],
    ids.length > 0 ? answeredBefore(ids) : [],
    ids.length > 0 ? inCase(ids) : new Set<string>(),
  ])
  const byKey = new Map(known.map((customer) => [customer.emailKey, customer]))
  const bounced = new Set(refused.map(({ key }) => key))
  return keyed.map((person) => {
    const customer = byKey.get(person.key) ?? null
    const last = asked.filter((one) => one.customerId === customer?.id)
    const standing: Standing = {
      address: customer?.erasedAt ? null : person.email,
      optedOut: Boolean(customer?.optedOutAt),
      bounced: bounced.has(person.key),
      declined: answered.find((one) => one.customerId === customer?.id)?.contactAllowed === false,
      midCase: customer !== null && busy.has(customer.id),
      lastOfSurvey: last.find((one) => one.surveyId === surveyId)?.createdAt ?? null,
      lastOfAny: last[0]?.createdAt ?? null,
    }
    return { ...person, customer, standing }
  })
}

const askedBefore = (ids: string[]) =>
  db
    .select({
      customerId: invitations.customerId,
      surveyId: invitations.surveyId,
      createdAt: invitations.createdAt,
    })
    .from(invitations)
    .where(and(inArray(invitations.customerId, ids), ne(invitations.state, 'suppressed')))
    .orderBy(desc(invitations.createdAt))

const answeredBefore = (ids: string[]) =>
  db
    .select({ customerId: responses.customerId, contactAllowed: responses.contactAllowed })
    .from(responses)
    .where(inArray(responses.customerId, ids))
    .orderBy(desc(responses.submittedAt))
