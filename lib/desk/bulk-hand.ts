import { and, eq, sql } from 'drizzle-orm'
import { db, freeze } from '@/db'
import { macros, ticketReads } from '@/db/schema'
import { actorOf } from '@/lib/identity'
import { permits, type UserActor } from '@/lib/identity/shared'
import { refuse } from '@/lib/kit/refusal'
import { decideBack, dossierOf, markRead, markUnread, type Standing, standingOf, tellStale } from '@/lib/tickets'
import { changeOf } from './bulk-change'
import { BulkChange } from './bulk-input'
import type { Done, ItemRow } from './bulk-item'
import { mergeInto } from './bulk-merge'
import type { RunRow } from './bulk-progress'
import { MacroDeeds } from './macro-input'

/** Who acts for a run, with the rights that they have now, and what the run does. */
export type Hand = { actor: UserActor; change: BulkChange; deeds: MacroDeeds | null }

/** The hand of a run; null when whoever began it may no longer work. */
export async function handOf(run: RunRow): Promise<Hand | null> {
  const actor = await actorOf(run.actorId)
  const change = BulkChange.parse(run.change)
  const needed = change.kind === 'read' || change.kind === 'unread' ? 'tickets.read' : 'tickets.work'
  if (!actor || !permits(actor, needed)) return null
  return { actor, change, deeds: change.kind === 'macro' ? await deedsOf(change.macro) : null }
}

/** What a run does to one ticket. Refuses what the single change refuses, and `bulk.same` when nothing would change. */
export async function forward({ actor, change, deeds }: Hand, item: ItemRow, now: Date): Promise<Done> {
  if (change.kind === 'merge') {
    await mergeInto(actor, item.ticketId, change.into, now)
    return { steps: [], before: null, version: null }
  }
  if (change.kind === 'read' || change.kind === 'unread') return readMark(actor, change.kind, item, now)
  const dossier = { ...(await dossierOf(actor, item.ticketId)), cause: item.runId }
  if (dossier.ticket.version !== item.version) return tellStale(item.ticketId)
  const before = await standingOf(dossier)
  const { steps, ticket } = await changeOf(actor, change, deeds, dossier, now)
  if (steps.length === 0) return refuse('bulk.same')
  return { steps, before, version: ticket.version }
}

/** What taking a run back does to one ticket: only if it still stands as the run left it, else refusal `ticket.stale`. */
export async function backward({ actor, change }: Hand, item: ItemRow, now: Date): Promise<Done> {
  const kept = { before: item.before, version: item.version }
  if (change.kind === 'read' || change.kind === 'unread') return { ...kept, steps: [restoreRead(actor, item)] }
  const dossier = { ...(await dossierOf(actor, item.ticketId)), cause: item.runId }
  if (dossier.ticket.version !== item.version) return tellStale(item.ticketId)
  const { steps } = await decideBack(actor, dossier, item.before as Standing, now)
  return { ...kept, steps }
}

async function readMark(actor: UserActor, kind: 'read' | 'unread', item: ItemRow, now: Date): Promise<Done> {
  const mine = and(eq(ticketReads.ticketId, item.ticketId), eq(ticketReads.userId, actor.id))
  const [row] = await db.select().from(ticketReads).where(mine)
  await (kind === 'read' ? markRead : markUnread)(actor, item.ticketId, now)
  return { steps: [], before: { at: row?.at.getTime() ?? null, unread: row?.unread ?? false }, version: item.version }
}

const putReadBack = freeze('put read mark back', (tx) =>
  tx
    .update(ticketReads)
    .set({ at: sql.placeholder('at') as never, unread: sql.placeholder('unread') as never })
    .where(
      and(eq(ticketReads.ticketId, sql.placeholder('ticketId')), eq(ticketReads.userId, sql.placeholder('userId'))),
    ),
)
const forgetRead = freeze('forget read mark', (tx) =>
  tx
    .delete(ticketReads)
    .where(
      and(eq(ticketReads.ticketId, sql.placeholder('ticketId')), eq(ticketReads.userId, sql.placeholder('userId'))),
    ),
)

function restoreRead(actor: UserActor, item: ItemRow) {
  const { at, unread } = item.before as { at: number | null; unread: boolean }
  const whose = { ticketId: item.ticketId, userId: actor.id }
  return at === null ? forgetRead(whose) : putReadBack({ ...whose, at: new Date(at), unread })
}

// A macro that was retired since goes on: it was in use when the run began.
async function deedsOf(id: string): Promise<MacroDeeds> {
  const [row] = await db.select({ deeds: macros.deeds }).from(macros).where(eq(macros.id, id))
  return MacroDeeds.parse(row?.deeds ?? {})
}
