import { sql } from 'drizzle-orm'
import { freeze } from '@/db'
import { inbound } from '@/db/schema'

export const insertInbound = freeze('keep inbound', (tx) =>
  tx
    .insert(inbound)
    .values(Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as never)
    .onConflictDoNothing(),
)

const columns = [
  'id',
  'source',
  'mailbox',
  'sha256',
  'size',
  'uidValidity',
  'uid',
  'envelopeFrom',
  'envelopeTo',
  'state',
  'trail',
  'error',
  'attempts',
  'receivedAt',
]
