import { and, eq, gt, inArray, or } from 'drizzle-orm'
import { atomically, db, frozen, manyOf, must } from '@/db'
import { bulkItems, bulkRuns } from '@/db/schema'
import { demand, type UserActor } from '@/lib/identity/shared'
import { enqueue, nudge } from '@/lib/jobs'
import { after } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { chosenBy } from './bulk-ask'
import { isReversible } from './bulk-change'
import type { BulkInput, BulkProgress } from './bulk-input'
import { demandMerge } from './bulk-merge'
import { progressOf, runOf } from './bulk-progress'
import { recipientsAmong } from './bulk-recipients'
import { bulkJob } from './jobs'
import { macroById } from './macros'
import { mailsOf } from './run-macro'

/** How long after its end a run can be taken back. */
export const undoMs = 30_000
/** So many runs of one person may be under way at once. */
const mostRuns = 5

const insertRun = frozen(bulkRuns)
const insertItems = manyOf(bulkItems)

/**
 * Begins one change of many tickets, to be worked off by the worker: the named ones, or all that match as the actor sees
 * them now, frozen here. A macro that mails wants `confirmed`, else refusal `bulk.unconfirmed` with the numbers of
 * `bulkRecipients`. Refuses `identity.forbidden`, `bulk.empty`, `bulk.tooMany`, `bulk.busy`, `ticket.unknown` when none is
 * theirs to see, `macro.unknown`, `ticket.merge`.
 */
export async function startBulk(actor: UserActor, input: BulkInput, now: Date): Promise<{ id: string; total: number }> {
  const { change } = input
  demand(actor, change.kind === 'read' || change.kind === 'unread' ? 'tickets.read' : 'tickets.work')
  const deeds = change.kind === 'macro' ? (await macroById(actor, change.macro)).deeds : null
  const chosen = await chosenBy(actor, input, now)
  const items = change.kind === 'merge' ? await demandMerge(chosen, change.into) : chosen
  if (change.kind === 'macro' && deeds && mailsOf(deeds) && !change.confirmed) {
    refuse('bulk.unconfirmed', { ...(await recipientsAmong(actor, items, now)) })
  }
  if ((await db.$count(bulkRuns, under(actor.id))) >= mostRuns) refuse('bulk.busy', { most: mostRuns })
  const id = newId('bulk')
  const total = items.length
  await atomically(() => [
    insertRun({
      ...{ id, actorId: actor.id, state: 'waiting', change: change as Record<string, unknown>, total },
      ...{ changed: 0, skipped: 0, undone: 0, reversible: isReversible(change, deeds), createdAt: now, version: 1 },
    }),
    ...insertItems(items.map((one) => ({ runId: id, ticketId: one.id, state: 'waiting', version: one.version }))),
    enqueue(bulkJob, { run: id, since: now.getTime() }, now),
  ])
  nudge()
  return { id, total }
}

/** How a run stands and what became of its tickets. Refuses `bulk.unknown` to all but who began it and administrators. */
export async function bulkRun(actor: UserActor, id: string): Promise<BulkProgress> {
  return progressOf(await runOf(actor, id))
}

/** Ends a run within one chunk: what is done stays, what is left is left. Refuses `bulk.unknown`, `bulk.over`. */
export async function cancelBulk(actor: UserActor, id: string, now: Date): Promise<void> {
  const run = await runOf(actor, id)
  const still = and(eq(bulkRuns.id, id), inArray(bulkRuns.state, ['waiting', 'running']))
  const set = { state: 'cancelled' as const, endedAt: now, undoUntil: run.reversible ? after(now, undoMs) : null }
  await atomically((tx) => [must(tx.update(bulkRuns).set(set).where(still), () => new Refusal('bulk.over'))])
}

/**
 * Takes a run back within 30 seconds of its end: every ticket that still stands as the run left it; whatever somebody
 * built upon is kept, and told. Refuses `bulk.unknown`, `bulk.final` when it cannot be taken back, `bulk.late`.
 */
export async function undoBulk(actor: UserActor, id: string, now: Date): Promise<void> {
  const run = await runOf(actor, id)
  if (!run.reversible) refuse('bulk.final')
  if (!run.undoUntil || run.undoUntil < now) refuse('bulk.late')
  const over = and(eq(bulkRuns.id, id), inArray(bulkRuns.state, ['done', 'cancelled']))
  await atomically((tx) => [
    must(tx.update(bulkRuns).set({ state: 'undoing', undoUntil: null }).where(over), () => new Refusal('bulk.late')),
    enqueue(bulkJob, { run: id, since: now.getTime() }, now),
  ])
  nudge()
}

/** The actor's runs that are under way or ended in the last minute, for showing them wherever they go. */
export async function bulkRunsNow(actor: UserActor, now: Date): Promise<BulkProgress[]> {
  const recent = and(eq(bulkRuns.actorId, actor.id), gt(bulkRuns.endedAt, after(now, -60_000)))
  const rows = await db
    .select()
    .from(bulkRuns)
    .where(or(under(actor.id), recent))
  return Promise.all(rows.map(progressOf))
}

const under = (actorId: string) =>
  and(eq(bulkRuns.actorId, actorId), inArray(bulkRuns.state, ['waiting', 'running', 'undoing']))
