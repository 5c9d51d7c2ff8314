import { and, eq } from 'drizzle-orm'
import { db } from '@/db'
import { bulkItems, bulkRuns } from '@/db/schema'
import { count } from '@/db/sql'
import { demand, type UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import type { BulkChange, BulkProgress } from './bulk-input'

export type RunRow = typeof bulkRuns.$inferSelect

/** A run of the actor, or any for an administrator. Refuses `bulk.unknown`. */
export async function runOf(actor: UserActor, id: string): Promise<RunRow> {
  demand(actor, 'tickets.read')
  const [run] = await db.select().from(bulkRuns).where(eq(bulkRuns.id, id))
  return run && (run.actorId === actor.id || actor.role === 'admin') ? run : refuse('bulk.unknown')
}

/** What became of a run's tickets, counted from the tickets themselves. */
export async function progressOf(run: RunRow): Promise<BulkProgress> {
  const rows = await db
    .select({ state: bulkItems.state, code: bulkItems.code, n: count() })
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, run.id)))
    .groupBy(bulkItems.state, bulkItems.code)
  const sum = (state: string) => rows.reduce((all, row) => (row.state === state ? all + row.n : all), 0)
  return {
    id: run.id,
    state: run.state,
    kind: (run.change as BulkChange).kind,
    total: run.total,
    ...{ changed: sum('changed'), skipped: sum('skipped'), undone: sum('undone'), kept: sum('kept') },
    left: sum('waiting'),
    skips: rows
      .flatMap(({ state, code, n }) =>
        state === 'skipped' || state === 'kept' ? [{ code: code ?? 'bulk.failed', n }] : [],
      )
      .sort((one, other) => other.n - one.n),
    undoUntil: run.undoUntil,
    createdAt: run.createdAt,
    endedAt: run.endedAt,
  }
}
