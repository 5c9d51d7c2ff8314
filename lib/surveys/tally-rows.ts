import { getTableColumns, sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { tallyCuts, tallyDays, tallyReasons } from '@/db/schema'

const scores = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10'] as const
const holders = (columns: object) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, sql.placeholder(name)]))
const sums = (columns: Record<string, { name: string }>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, sql`${columns[name]} + ${sql.raw(`excluded.${name}`)}`]))

export const addDay = freeze('tally day', (tx) =>
  tx
    .insert(tallyDays)
    .values(holders(getTableColumns(tallyDays)) as never)
    .onConflictDoUpdate({
      target: [tallyDays.day, tallyDays.touchpointId, tallyDays.surveyId],
      set: sums(getTableColumns(tallyDays), scores),
    }),
)

export const addCut = freeze('tally cut', (tx) =>
  tx
    .insert(tallyCuts)
    .values(holders(getTableColumns(tallyCuts)) as never)
    .onConflictDoUpdate({
      target: [tallyCuts.cut, tallyCuts.value, tallyCuts.day, tallyCuts.touchpointId, tallyCuts.surveyId],
      set: sums(getTableColumns(tallyCuts), scores),
    }),
)

export const addReason = freeze('tally reason', (tx) =>
  tx
    .insert(tallyReasons)
    .values(holders(getTableColumns(tallyReasons)) as never)
    .onConflictDoUpdate({
      target: [tallyReasons.day, tallyReasons.touchpointId, tallyReasons.causeId],
      set: sums(getTableColumns(tallyReasons), ['detractors', 'passives', 'promoters']),
    }),
)
