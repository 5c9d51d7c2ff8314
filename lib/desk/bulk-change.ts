import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { ticketTags } from '@/db/schema'
import { demand, type UserActor } from '@/lib/identity/shared'
import {
  type Decided,
  type Dossier,
  decideSnooze,
  decideStatus,
  decideWake,
  inTurn,
  type Move,
  movesOf,
  toTags,
} from '@/lib/tickets'
import type { BulkChange } from './bulk-input'
import type { MacroDeeds } from './macro-input'
import { macroOn } from './run-macro'

type OnTicket = Exclude<BulkChange, { kind: 'merge' | 'read' | 'unread' }>

/** One change as a decision on one ticket. Refuses what the single change refuses. */
export async function changeOf(
  actor: UserActor,
  change: OnTicket,
  deeds: MacroDeeds | null,
  dossier: Dossier,
  now: Date,
): Promise<Decided> {
  demand(actor, 'tickets.work')
  if (change.kind === 'macro') return macroOn(actor, deeds ?? {}, dossier, now)
  return inTurn(dossier, movesFor(actor, change, now))
}

function movesFor(actor: UserActor, change: Exclude<OnTicket, { kind: 'macro' }>, now: Date): Move[] {
  switch (change.kind) {
    case 'status':
      return [(at) => decideStatus(actor, at, { status: change.value, reason: change.reason }, now)]
    case 'tags':
      return [async (at) => toTags(actor, at, await tagsAfter(at.ticket.id, change), now)]
    case 'snooze':
      return [(at) => decideSnooze(actor, at, new Date(change.until), now)]
    case 'wake':
      return [(at) => decideWake(actor, at, 'person', now)]
    default:
      return movesOf(actor, { [change.kind]: change.value }, now)
  }
}

async function tagsAfter(ticketId: string, { add, remove }: { add: string[]; remove: string[] }): Promise<string[]> {
  const rows = await db.select({ tag: ticketTags.tag }).from(ticketTags).where(eq(ticketTags.ticketId, ticketId))
  return [...rows.map(({ tag }) => tag).filter((tag) => !remove.includes(tag)), ...add]
}

/** Whether a run can be taken back: what was said or ended cannot. */
export function isReversible(change: BulkChange, deeds: MacroDeeds | null): boolean {
  switch (change.kind) {
    case 'merge':
      return false
    case 'status':
      return change.value.startsWith('waiting')
    case 'macro':
      return deeds !== null && !deeds.reply && !deeds.note && !deeds.status
    default:
      return true
  }
}
