import { and, eq, exists, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db'
import { customers, tickets } from '@/db/schema'
import { minorDigits } from '@/lib/kit/money'
import type { Test } from '../grammar/query'
import { never, no } from './truth'

const one = { one: sql`1` }

// Currencies whose minor unit is no hundredth.
const otherwise = [
  'BHD',
  'CLP',
  'IQD',
  'ISK',
  'JOD',
  'JPY',
  'KRW',
  'KWD',
  'OMR',
  'PYG',
  'TND',
  'UGX',
  'VND',
  'XAF',
  'XOF',
]

/** What is asked of a customer's annual value, said of the customers alone; in whole units of their currency. */
export function valueRange({ operator, values }: Test): SQL {
  const units = sql.join(
    otherwise.map((code) => sql`when ${sql.raw(`'${code}'`)} then ${sql.raw(String(10 ** minorDigits(code)))}`),
    sql` `,
  )
  const minor = (amount = '0') =>
    sql`cast(${Number(amount)} as bigint) * (case ${customers.valueCurrency} ${units} else 100 end)`
  const its = customers.annualValue
  const [first, second = first] = values
  const meant: Partial<Record<Test['operator'], SQL | undefined>> = {
    over: sql`${its} >= ${minor(first)}`,
    under: sql`${its} <= ${minor(first)}`,
    between: sql`${its} >= ${minor(first)} and ${its} <= ${minor(second)}`,
    any: or(...values.filter((value) => value !== 'none').map((value) => sql`${its} = ${minor(value)}`)),
    set: isNotNull(its),
  }
  return and(isNotNull(its), meant[operator === 'is' ? 'any' : operator] ?? never) ?? never
}

/** What the customer is worth a year. */
export function valueMeaning(test: Test): SQL {
  const valued = (condition: SQL) =>
    exists(
      db
        .select(one)
        .from(customers)
        .where(and(eq(customers.id, tickets.customerId), condition)),
    )
  const none = no(valued(isNotNull(customers.annualValue)))
  if (test.operator === 'empty') return none
  return test.values.includes('none') ? (or(valued(valueRange(test)), none) ?? never) : valued(valueRange(test))
}
