import type { customers } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { toMinor } from '@/lib/kit/money'
import { emailKey, fold } from '@/lib/kit/text'

export type CustomerRow = typeof customers.$inferSelect

/** What an answer says of a person: absent keeps what is known, null clears. */
export type CustomerFacts = {
  externalId?: string | null | undefined
  email?: string | null | undefined
  name?: string | null | undefined
  phone?: string | null | undefined
  language?: string | null | undefined
  segment?: string | null | undefined
  annualValue?: { amount: string; currency: string } | null | undefined
}

/** Without an e-mail, id or telephone nobody can be told apart: no customer. */
export const isSomebody = (facts: CustomerFacts | null | undefined): facts is CustomerFacts =>
  Boolean(facts && (facts.externalId || facts.email || facts.phone))

/** A person met for the first time. */
export function newCustomer(facts: CustomerFacts, at: Date, now: Date): CustomerRow {
  const empty: CustomerRow = {
    id: newId('customer'),
    externalId: null,
    email: null,
    emailKey: null,
    name: null,
    folded: '',
    phone: null,
    language: null,
    segment: null,
    annualValue: null,
    valueCurrency: null,
    optedOutAt: null,
    flagged: false,
    factsAt: at,
    createdAt: now,
    erasedAt: null,
    version: 1,
  }
  return { ...empty, ...changesOf(empty, facts) }
}

/** What changes on a known person; an answer older than what stands overwrites nothing. Empty when all is known already. */
export function mergeFacts(known: CustomerRow, facts: CustomerFacts, at: Date): Partial<CustomerRow> {
  if (at < known.factsAt || known.erasedAt) return {}
  const changes = changesOf(known, facts)
  const news = Object.entries(changes).filter(([key, value]) => value !== known[key as keyof CustomerRow])
  return news.length === 0 ? {} : { ...Object.fromEntries(news), factsAt: at }
}

function changesOf(known: CustomerRow, facts: CustomerFacts): Partial<CustomerRow> {
  const changes: Partial<CustomerRow> = {}
  if (facts.externalId) changes.externalId = facts.externalId
  if (facts.email !== undefined) {
    changes.email = facts.email?.trim() || null
    changes.emailKey = changes.email ? emailKey(changes.email) : null
  }
  if (facts.name !== undefined) changes.name = facts.name?.trim() || null
  if (facts.phone !== undefined) changes.phone = facts.phone?.trim() || null
  if (facts.language !== undefined) changes.language = facts.language
  if (facts.segment !== undefined) changes.segment = facts.segment || null
  if (facts.annualValue !== undefined) {
    changes.annualValue = facts.annualValue ? toMinor(facts.annualValue.amount, facts.annualValue.currency) : null
    changes.valueCurrency = facts.annualValue?.currency ?? null
  }
  const name = changes.name === undefined ? known.name : changes.name
  const email = changes.email === undefined ? known.email : changes.email
  changes.folded = fold(`${name ?? ''} ${email ?? ''}`)
  return changes
}
