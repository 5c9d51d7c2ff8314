import { and, eq, sql } from 'drizzle-orm'
import { type Filled, freeze, type Guarded, must } from '@/db'
import { slaClocks, tickets } from '@/db/schema'
import { Refusal } from '@/lib/kit/refusal'
import type { ClockRow, TicketRow } from './row'

/** Writes what changed of a ticket, if it still stands at the version that was seen; else refusal `ticket.stale`. */
export function saveTicket(before: TicketRow, after: TicketRow): Guarded {
  const columns = changed(before, after)
  const save = freeze(`save ticket: ${columns.join(' ')}`, (tx) =>
    tx
      .update(tickets)
      .set(placeholders(columns))
      .where(and(eq(tickets.id, sql.placeholder('seenId')), eq(tickets.version, sql.placeholder('seenVersion')))),
  )
  return must(save({ ...after, seenId: before.id, seenVersion: before.version }), () => staleTicket(before.id))
}

/** Writes what changed of a ticket's clocks; guarded by the ticket's version in the same list. */
export const saveClocks = (before: ClockRow[], after: ClockRow[]): Filled[] =>
  after.flatMap((clock) => {
    const columns = changed(before.find(({ kind }) => kind === clock.kind) ?? clock, clock)
    return columns.length > 0 ? [saveClock(columns, clock)] : []
  })

/** What a guarded write of a ticket throws; `commit` adds what stands now. */
export const staleTicket = (id: string): Refusal => new Refusal('ticket.stale', { id })

function saveClock(columns: string[], clock: ClockRow): Filled {
  const save = freeze(`save clock: ${columns.join(' ')}`, (tx) =>
    tx
      .update(slaClocks)
      .set(placeholders(columns))
      .where(and(eq(slaClocks.ticketId, sql.placeholder('seenId')), eq(slaClocks.kind, sql.placeholder('seenKind')))),
  )
  return save({ ...clock, seenId: clock.ticketId, seenKind: clock.kind })
}

const placeholders = (columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)])) as never

function changed<Row extends TicketRow | ClockRow>(before: Row, after: Row): string[] {
  return (Object.keys(after) as (keyof Row & string)[]).filter(
    (column) => plain(before[column]) !== plain(after[column]),
  )
}

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value)
