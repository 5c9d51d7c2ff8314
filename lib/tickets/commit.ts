import { desc, eq } from 'drizzle-orm'
import { atomically, db, type Step } from '@/db'
import { events, tickets } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { nudge } from '@/lib/jobs'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import type { Decided } from './change'
import { type Dossier, dossierOf } from './dossier'

/** What a command answers: the ticket as it stands now. */
export type Changed = { id: string; number: number; version: number; status: Decided['ticket']['status'] }

const patience = 6

/**
 * Finds a ticket, decides and commits one list. With `seen` the ticket must stand at that version, else refusal
 * `ticket.stale`, as when somebody else changes it in between. `patient`: what only adds to a ticket is decided again.
 */
export async function work(
  actor: Actor,
  id: string,
  seen: number | undefined,
  decide: (dossier: Dossier) => Decided | Promise<Decided>,
  { patient = false } = {},
): Promise<Changed> {
  for (let attempt = 1; ; attempt++) {
    const dossier = await dossierOf(actor, id)
    if (seen !== undefined && seen !== dossier.ticket.version) return tellStale(id)
    const decided = await decide(dossier)
    try {
      await commit(id, decided.steps)
    } catch (error) {
      if (patient && seen === undefined && attempt < patience && isStale(error)) continue
      throw error
    }
    return changedOf(decided)
  }
}

/** Commits a ticket's list and wakes the worker. A refusal `ticket.stale` tells what stands now: version, status, assignee, who changed it and when. */
export async function commit(id: string, steps: Step[]): Promise<void> {
  if (steps.length === 0) return
  try {
    await atomically(() => steps)
  } catch (error) {
    // Of a list about several tickets, the one that somebody else changed.
    if (isStale(error)) await tellStale(staleId(error) ?? id)
    throw error
  }
  nudge()
}

/** The answer of a command. */
export const changedOf = ({ ticket: { id, number, version, status } }: Decided): Changed => ({
  id,
  number,
  version,
  status,
})

/** Somebody else changed the ticket first. */
export const isStale = (error: unknown): boolean => isRefusal(error) && error.code === 'ticket.stale'

/** For sweeps: how much an act did, nothing when somebody was quicker. What they did is looked at in the next minute. */
export async function unlessTaken(act: () => Promise<number>): Promise<number> {
  try {
    return await act()
  } catch (error) {
    if (isStale(error)) return 0
    throw error
  }
}

const staleId = (error: unknown): string | null =>
  isRefusal(error) && typeof error.facts.id === 'string' ? error.facts.id : null

/** Refuses `ticket.stale` with what stands now. */
export async function tellStale(id: string): Promise<never> {
  const [[ticket], [last]] = await Promise.all([
    db
      .select({ version: tickets.version, status: tickets.status, assignee: tickets.assigneeId })
      .from(tickets)
      .where(eq(tickets.id, id)),
    db
      .select({ kind: events.actorKind, by: events.actorId, at: events.at, what: events.kind })
      .from(events)
      .where(eq(events.subjectId, id))
      .orderBy(desc(events.id))
      .limit(1),
  ])
  return refuse('ticket.stale', {
    id,
    ...ticket,
    changedBy: last?.by ?? null,
    changedAt: last?.at ?? null,
    what: last?.what,
  })
}
