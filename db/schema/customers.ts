import { big, flag, index, instant, integer, present, table, text, uniqueIndex } from '../columns'

export const customers = table(
  'customers',
  {
    id: text().primaryKey(),
    externalId: text(),
    email: text(),
    /** Trimmed, lower case, IDN to ASCII, nothing folded. */
    emailKey: text(),
    name: text(),
    folded: text().notNull(),
    phone: text(),
    language: text(),
    segment: text(),
    /** Minor units of `valueCurrency`. */
    annualValue: big(),
    valueCurrency: text(),
    optedOutAt: instant(),
    /** Two records point at each other's identity: somebody must look. */
    flagged: flag().notNull(),
    /** submittedAt of the answer whose facts stand here: an older one overwrites nothing. */
    factsAt: instant().notNull(),
    createdAt: instant().notNull(),
    erasedAt: instant(),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('customers_external').on(t.externalId),
    uniqueIndex('customers_email').on(t.emailKey),
    index('customers_folded').on(t.folded, t.id),
    index('customers_value').on(t.annualValue, t.id).where(present(t.annualValue)),
  ],
)

/** Who was erased, by hash of the identity, so that a restored backup forgets them again. */
export const erasures = table('erasures', {
  hash: text().primaryKey(),
  at: instant().notNull(),
})
