import type { Author } from '@/lib/events'
import { type ClockRow, dueAt, isOpen, nextDueOf, type TicketRow } from '@/lib/tickets'
import type { Answer } from './answer-row'
import type { Dice } from './chance'
import { settleClock } from './clocks'
import type { Person, World } from './world'

/** One ticket while its history is being told. */
export type Life = {
  world: World
  roll: Dice
  answer: Answer
  ticket: TicketRow
  clocks: ClockRow[]
  worker: Person
  lead: Person
}

export const byPerson = (person: Person): Author => ({ kind: 'user', id: person.id })
export const byCustomer = (life: Life): Author => ({ kind: 'customer', id: life.ticket.customerId })
export const byHouse = (room: string): Author => ({ kind: 'system', id: room })

/** One accepted change: version + 1 and one fact that carries it, with the arrow when the status moves. */
export function change(
  life: Life,
  at: Date,
  by: Author,
  kind: string,
  part: Partial<TicketRow> = {},
  payload: Record<string, unknown> = {},
): void {
  const before = life.ticket
  const status = part.status ?? before.status
  const moved = status === before.status ? {} : { from: before.status, to: status }
  const version = before.version + 1
  life.ticket = {
    ...before,
    ...part,
    open: isOpen(status),
    nextDueAt: nextDueOf(life.clocks),
    updatedAt: at,
    version,
  }
  fact(life, at, by, `ticket.${kind}`, { version, ...moved, ...payload })
}

/** A fact about the ticket, as the record holds it. */
export function fact(life: Life, at: Date, by: Author, kind: string, payload: Record<string, unknown>): void {
  const { world, ticket } = life
  world.rows.events.push({
    id: '',
    kind,
    subjectKind: 'ticket',
    subjectId: ticket.id,
    actorKind: by.kind,
    actorId: by.id,
    cause: null,
    payload,
    announced: true,
    at,
  })
}

/** The instant `minutes` of the team's open time after `from`. */
export const later = (life: Life, from: Date, minutes: number): Date =>
  dueAt(from, minutes, life.answer.place.team.calendar)

export const clockOf = (life: Life, kind: ClockRow['kind']): ClockRow | undefined =>
  life.clocks.find((clock) => clock.kind === kind)

/** Settles one clock at `at`: met in time, stopped late. */
export function reach(life: Life, kind: ClockRow['kind'], at: Date): void {
  life.clocks = life.clocks.map((clock) =>
    clock.kind === kind ? settleClock(clock, at, life.answer.place.team.calendar) : clock,
  )
}
