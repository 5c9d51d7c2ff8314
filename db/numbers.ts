import { sql } from 'drizzle-orm'
import { atomically } from '.'
import { counters } from './schema'

const block = 20
type Numbers = { next: number; last: number; asking: Promise<void> | null }
const shelf = globalThis as unknown as Record<symbol, Map<string, Numbers> | undefined>
const place = Symbol.for('lazo.numbers')

/** The next number of a series (`tickets` begins at 1001): never repeated, gaps allowed. Taken in blocks, in a commit of its own. */
export async function nextNumber(series: 'tickets'): Promise<number> {
  shelf[place] ??= new Map()
  const all = shelf[place]
  const known = all.get(series) ?? { next: 1, last: 0, asking: null }
  all.set(series, known)
  while (known.next > known.last) {
    known.asking ??= take(series, known).finally(() => {
      known.asking = null
    })
    await known.asking
  }
  return known.next++
}

/** Forgets the blocks of this process: for tests that change their database. */
export const forgetNumbers = (): void => {
  shelf[place] = undefined
}

async function take(series: string, known: Numbers): Promise<void> {
  const [rows] = await atomically((tx) => [
    tx
      .insert(counters)
      .values({ name: series, value: 1000 + block })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${sql.raw(String(block))}` } })
      .returning({ value: counters.value }),
  ])
  const last = Number(rows?.[0]?.value)
  known.next = last - block + 1
  known.last = last
}
