import type { CustomerFacts, CustomerRow } from './customer'

/** Who answered, among those that the answer's identity points to. */
export type Match = { customer: CustomerRow | null; facts: CustomerFacts; flag: CustomerRow[] }

/**
 * By externalId, then by e-mail. When they point to two people externalId wins, the e-mail stays where it is and both are
 * flagged. An e-mail's owner without an externalId takes the one that comes with it; one with another externalId is somebody else.
 */
export function matchCustomer(
  facts: CustomerFacts,
  byExternal: CustomerRow | null,
  byEmail: CustomerRow | null,
): Match {
  if (byExternal && byEmail && byExternal.id !== byEmail.id) {
    const { email: _, ...rest } = facts
    return { customer: byExternal, facts: rest, flag: [byExternal, byEmail].filter((row) => !row.flagged) }
  }
  if (byExternal) return { customer: byExternal, facts, flag: [] }
  if (byEmail && facts.externalId && byEmail.externalId && byEmail.externalId !== facts.externalId) {
    const { email: _, ...rest } = facts
    return { customer: null, facts: rest, flag: byEmail.flagged ? [] : [byEmail] }
  }
  return { customer: byEmail, facts, flag: [] }
}
