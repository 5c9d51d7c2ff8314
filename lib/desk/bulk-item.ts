import { and, eq, sql } from 'drizzle-orm'
import { atomically, freeze, type Guarded, must, type Step } from '@/db'
import { bulkItems } from '@/db/schema'
import type { BulkItemState } from '@/db/words/desk'
import { log } from '@/lib/kit/log'
import { isRefusal, Refusal } from '@/lib/kit/refusal'

export type ItemRow = typeof bulkItems.$inferSelect
/** What becomes of one ticket of a run, with what must be known to take it back. */
export type Done = { steps: Step[]; before: Record<string, unknown> | null; version: number | null }

const mark = freeze('mark bulk item', (tx) =>
  tx
    .update(bulkItems)
    .set({
      state: sql.placeholder('state') as never,
      code: sql.placeholder('code') as never,
      before: sql.placeholder('before') as never,
      version: sql.placeholder('version') as never,
    })
    .where(
      and(
        eq(bulkItems.runId, sql.placeholder('runId')),
        eq(bulkItems.ticketId, sql.placeholder('ticketId')),
        eq(bulkItems.state, sql.placeholder('was')),
      ),
    ),
)

/**
 * Does one ticket of a run: what is decided and the item's new state are one list, so that each is done exactly once,
 * however often a worker is killed. A refusal skips the ticket (`otherwise`) and is kept as its reason.
 */
export async function settleItem(
  item: ItemRow,
  next: BulkItemState,
  otherwise: BulkItemState,
  decide: () => Promise<Done>,
): Promise<void> {
  try {
    const { steps, before, version } = await decide()
    await atomically(() => [moved(item, { state: next, code: null, before, version }), ...steps])
  } catch (error) {
    if (isRefusal(error) && error.code === 'storage.unavailable') throw error
    if (isRefusal(error) && error.code === doneElsewhere) return
    if (!isRefusal(error)) log().error({ err: error, ticket: item.ticketId, run: item.runId }, 'ticket of a run failed')
    const code = isRefusal(error) ? error.code : 'bulk.failed'
    const { before, version } = item
    await atomically(() => [moved(item, { state: otherwise, code, before, version })]).catch(passOver)
  }
}

const doneElsewhere = 'bulk.done'

const moved = (
  { runId, ticketId, state: was }: ItemRow,
  to: Pick<ItemRow, 'state' | 'code' | 'before' | 'version'>,
): Guarded => must(mark({ runId, ticketId, was, ...to }), () => new Refusal(doneElsewhere))

const passOver = (error: unknown) => {
  if (!isRefusal(error) || error.code !== doneElsewhere) throw error
}
