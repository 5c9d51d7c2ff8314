import { type Actor, demand } from '@/lib/identity/shared'
import { type Decided, unchanged } from '../change'
import { type Changed, work } from '../commit'
import type { Dossier } from '../dossier'
import type { PatchInput } from '../inputs'
import { toPerson } from './assign'
import { toPriority, toRootCause, toTeam, toTouchpoint } from './properties'
import { toTags } from './say'
import { decideStatus } from './status'

/** One decision of several in a list. */
export type Move = (dossier: Dossier) => Decided | Promise<Decided>

/**
 * Changes several properties in one list: all of them or none, each with its own fact. Team comes before assignee, status
 * last. Refuses what the single commands refuse.
 */
export async function patchTicket(actor: Actor, id: string, input: PatchInput, now: Date): Promise<Changed> {
  demand(actor, 'tickets.work')
  return work(actor, id, input.version, (dossier) => inTurn(dossier, movesOf(actor, input, now)))
}

/** What a change of several properties decides, in turn. */
export function movesOf(actor: Actor, input: PatchInput, now: Date): Move[] {
  const { team, touchpoint, assignee, priority, rootCause, tags, status } = input
  return [
    ...(team === undefined ? [] : [(at: Dossier) => toTeam(actor, at, team, now)]),
    ...(touchpoint === undefined ? [] : [(at: Dossier) => toTouchpoint(actor, at, touchpoint, now)]),
    ...(assignee === undefined ? [] : [(at: Dossier) => toPerson(actor, at, assignee, now, input.anyway)]),
    ...(priority === undefined ? [] : [(at: Dossier) => toPriority(actor, at, priority, now)]),
    ...(rootCause === undefined ? [] : [(at: Dossier) => toRootCause(actor, at, rootCause, now)]),
    ...(tags === undefined ? [] : [(at: Dossier) => toTags(actor, at, tags, now)]),
    ...(status === undefined ? [] : [(at: Dossier) => decideStatus(actor, at, { status }, now)]),
  ]
}

/** One decision after another, each upon the one before, in one list. */
export async function inTurn(dossier: Dossier, moves: Move[]): Promise<Decided> {
  let decided = unchanged(dossier)
  for (const move of moves) {
    const next = await move(decided.dossier)
    decided = { ...next, steps: [...decided.steps, ...next.steps] }
  }
  return decided
}
