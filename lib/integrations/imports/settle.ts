import { eq } from 'drizzle-orm'
import { atomically } from '@/db'
import { imports } from '@/db/schema'
import { type Fact, record, system } from '@/lib/events'
import type { ImportResult } from './run'

/** Writes down how far an import has come. */
export async function noteProgress(
  id: string,
  { imported, duplicates, rejected, tickets }: ImportResult,
): Promise<void> {
  await atomically((tx) => [
    tx.update(imports).set({ imported, duplicates, rejected, tickets }).where(eq(imports.id, id)),
  ])
}

/** Writes down how an import ended: with its counts, or with the code of what it was refused for. */
export async function endImport(id: string, end: ImportResult | { error: string }, now: Date): Promise<void> {
  const counts =
    'error' in end
      ? {}
      : {
          rows: end.rows,
          imported: end.imported,
          duplicates: end.duplicates,
          rejected: end.rejected,
          tickets: end.tickets,
        }
  const fact: Fact = {
    kind: 'import.ended',
    subject: { kind: 'import', id },
    actor: system('import'),
    payload: 'error' in end ? { error: end.error } : counts,
  }
  await atomically((tx) => [
    tx
      .update(imports)
      .set({
        ...counts,
        state: 'error' in end ? 'failed' : 'done',
        error: 'error' in end ? end.error : null,
        doneAt: now,
      })
      .where(eq(imports.id, id)),
    ...record([fact], now),
  ])
}
