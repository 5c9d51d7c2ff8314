import { and, asc, eq, inArray } from 'drizzle-orm'
import { atomically, db, type Step } from '@/db'
import { bulkItems, bulkRuns } from '@/db/schema'
import { nudge } from '@/lib/jobs'
import { after } from '@/lib/kit/clock'
import { undoMs } from './bulk'
import { backward, forward, type Hand, handOf } from './bulk-hand'
import { type ItemRow, settleItem } from './bulk-item'
import { progressOf, type RunRow } from './bulk-progress'
import { usedOnce } from './macros'
import { notify } from './notices'

/** So many tickets are done before other jobs have their turn, and so many at once, for one commit. */
export const chunk = 50
const atOnce = 25

/**
 * Does one chunk of a run, or of taking it back; resolves to whether more is left. It goes on exactly where it stood,
 * whoever was killed in between; who began it is looked up anew each time, and once they may no longer, the rest is skipped.
 */
export async function workOff(id: string, now: Date): Promise<boolean> {
  const run = await begun(id, now)
  if (!run) return false
  const from = run.state === 'undoing' ? 'changed' : 'waiting'
  const items = await db
    .select()
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, id), eq(bulkItems.state, from)))
    .orderBy(asc(bulkItems.ticketId))
    .limit(chunk)
  const hand = await handOf(run)
  if (!hand) await leaveRest(run)
  else if (!(await workThrough(run, hand, items, now))) return false
  const more = hand !== null && items.length === chunk
  await keepCounts(run, hand, more, now)
  return more
}

async function workThrough(run: RunRow, hand: Hand, items: ItemRow[], now: Date): Promise<boolean> {
  const one = (item: ItemRow) =>
    run.state === 'undoing'
      ? settleItem(item, 'undone', 'kept', () => backward(hand, item, now))
      : settleItem(item, 'changed', 'skipped', () => forward(hand, item, now))
  // What goes into one ticket goes there one after the other.
  const together = hand.change.kind === 'merge' ? 1 : atOnce
  for (let at = 0; at < items.length; at += together) {
    if (at > 0 && !(await stands(run))) return false
    await Promise.all(items.slice(at, at + together).map(one))
    await new Promise((resolve) => setImmediate(resolve))
  }
  nudge()
  return true
}

async function begun(id: string, now: Date): Promise<RunRow | null> {
  const [run] = await db.select().from(bulkRuns).where(eq(bulkRuns.id, id))
  if (run?.state === 'running' || run?.state === 'undoing') return run
  if (run?.state !== 'waiting') return null
  const begins = and(eq(bulkRuns.id, id), eq(bulkRuns.state, 'waiting'))
  const set = { state: 'running' as const, startedAt: now }
  await atomically((tx) => [tx.update(bulkRuns).set(set).where(begins)])
  return { ...run, ...set }
}

const stands = async (run: RunRow): Promise<boolean> =>
  (await db.$count(bulkRuns, and(eq(bulkRuns.id, run.id), eq(bulkRuns.state, run.state)))) > 0

const leaveRest = (run: RunRow) =>
  atomically((tx) => {
    const undoing = run.state === 'undoing'
    const rest = and(eq(bulkItems.runId, run.id), eq(bulkItems.state, undoing ? 'changed' : 'waiting'))
    return [
      tx
        .update(bulkItems)
        .set({ state: undoing ? 'kept' : 'skipped', code: 'identity.forbidden' })
        .where(rest),
    ]
  })

async function keepCounts(run: RunRow, hand: Hand | null, more: boolean, now: Date): Promise<void> {
  const { changed, skipped, undone } = await progressOf(run)
  const undoing = run.state === 'undoing'
  const counts = undoing ? { undone } : { changed, skipped }
  const end = undoing
    ? { state: 'undone' as const }
    : { state: 'done' as const, endedAt: now, undoUntil: run.reversible ? after(now, undoMs) : null }
  const stillSo = and(eq(bulkRuns.id, run.id), inArray(bulkRuns.state, [run.state]))
  const told: Step[] =
    more || undoing
      ? []
      : [
          ...notify([{ userId: run.actorId, kind: 'bulk_done', aboutId: run.id }], now),
          ...(hand?.change.kind === 'macro' && changed > 0 ? [usedOnce(hand.change.macro, changed)] : []),
        ]
  await atomically((tx) => [
    tx
      .update(bulkRuns)
      .set({ ...counts, ...(more ? {} : end) })
      .where(stillSo),
    ...told,
  ])
}
