import type { Step } from '@/db'
import { type Author, record } from '@/lib/events'
import type { Dossier } from './dossier'
import type { ClockRow, TicketRow } from './row'
import { saveClocks, saveTicket } from './save'
import { alarmAtOf, nextDueOf } from './sla'
import { demandArrow, isOpen } from './states'

/** A decision: the ticket after it, the dossier for a next one, and the writes that make it so, all or nothing. */
export type Decided = { ticket: TicketRow; dossier: Dossier; steps: Step[] }

export type Change = {
  /** Kind of the fact, without `ticket.`. */
  fact: string
  by: Author
  payload?: Record<string, unknown>
  ticket?: Partial<Omit<TicketRow, 'id' | 'version' | 'open' | 'nextDueAt' | 'alarmAt' | 'updatedAt'>>
  clocks?: ClockRow[]
  /** Rows that belong to the change. */
  rows?: Step[]
}

/**
 * One accepted change of a ticket: version + 1 and exactly one fact, which carries the version. A change of status must
 * follow a drawn arrow, else refusal `ticket.transition`.
 */
export function change(
  dossier: Dossier,
  { fact, by, payload, ticket: part, clocks, rows }: Change,
  now: Date,
): Decided {
  const before = dossier.ticket
  const status = part?.status ?? before.status
  if (status !== before.status) demandArrow(before.status, status)
  const running = clocks ?? dossier.clocks
  const ticket: TicketRow = {
    ...before,
    ...part,
    open: isOpen(status),
    nextDueAt: nextDueOf(running),
    alarmAt: alarmAtOf(running, dossier.calendar),
    updatedAt: now,
    version: before.version + 1,
  }
  const moved = status === before.status ? {} : { from: before.status, to: status }
  const told = {
    kind: `ticket.${fact}`,
    subject: { kind: 'ticket' as const, id: ticket.id },
    actor: { kind: by.kind, id: by.id },
    announced: true,
    ...(dossier.cause && { cause: dossier.cause }),
    payload: { version: ticket.version, status: ticket.status, ...moved, ...payload },
  }
  return {
    ticket,
    dossier: { ...dossier, ticket, clocks: running },
    steps: [
      saveTicket(before, ticket),
      ...saveClocks(dossier.clocks, running),
      ...(rows ?? []),
      ...record([told], now),
    ],
  }
}

/** Nothing to change: the ticket stands as it is. */
export const unchanged = (dossier: Dossier): Decided => ({ ticket: dossier.ticket, dossier, steps: [] })

/** One decision after another, in one list. */
export function followedBy(first: Decided, next: (dossier: Dossier) => Decided): Decided {
  const second = next(first.dossier)
  return { ...second, steps: [...first.steps, ...second.steps] }
}

/** The clocks with those of one kind replaced. */
export const withClock = (
  clocks: ClockRow[],
  kind: ClockRow['kind'],
  next: (clock: ClockRow) => ClockRow,
): ClockRow[] => clocks.map((clock) => (clock.kind === kind ? next(clock) : clock))
