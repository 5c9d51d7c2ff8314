import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { tickets } from '@/db/schema'
import { type Actor, demand } from '@/lib/identity/shared'
import { unknown } from '../access'
import { type ClockFace, clockFace } from '../clock-face'
import { type Dossier, dossierOf } from '../dossier'
import { type Evidence, evidenceOf, maySpeakTo } from '../evidence'
import { type LoopStepState, loopOf } from '../loop-step'
import type { ClockRow, TicketRow } from '../row'
import { seenTicket } from '../seen'
import { transitions } from '../states'
import { type Answered, answersOf, type CustomerCard, customerCard, type EarlierScore, earlierScores } from './answers'
import { type Beside, beside } from './beside'
import { type Choices, choicesOf } from './choices'
import { type Said, saidOn } from './said'
import { type Around, around, type OtherTicket, otherTickets } from './surroundings'

/** Everything that a ticket's own page shows. Names that people made carry their translations. */
export type TicketPage = {
  ticket: TicketRow
  /** What the customer answered, the opening answer first; empty for a ticket made by hand. */
  answers: Answered[]
  customer: CustomerCard | null
  /** Their other scores, oldest first. */
  scores: EarlierScore[]
  /** Their other tickets, newest first; of one that the reader may not see only number, touchpoint, state and score. */
  others: OtherTicket[]
  clocks: (ClockFace & Pick<ClockRow, 'startedAt' | 'pausedAt' | 'pausedMs' | 'breachedAt'>)[]
  loop: LoopStepState[]
  choices: Choices
  /** Where an arrow leads from here. */
  allowed: readonly TicketRow['status'][]
  /** Evidence of contact so far; null: resolving asks for it. */
  evidence: Evidence | null
  /** The customer can be told what was done, so resolving asks for a summary. */
  tells: boolean
  attempts: Dossier['attempts']
  reach: Dossier['reach']
} & Said &
  Around &
  Beside

/** One ticket whole, by the number that people read. Refuses `ticket.unknown`, `identity.forbidden`. */
export const ticketByNumber = async (actor: Actor, number: number, now: Date): Promise<TicketPage> => {
  demand(actor, 'tickets.read')
  const [row] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number))
  return row ? ticketById(actor, row.id, now) : unknown()
}

/** Id of the ticket with a number, for a road that names it so. Refuses `ticket.unknown`, `identity.forbidden`. */
export async function ticketIdOf(actor: Actor, number: number): Promise<string> {
  demand(actor, 'tickets.read')
  const [row] = await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number))
  return row ? (await seenTicket(actor, row.id)).id : unknown()
}

/** One ticket whole, by id. Refuses `ticket.unknown`, `identity.forbidden`. */
export async function ticketById(actor: Actor, id: string, now: Date): Promise<TicketPage> {
  demand(actor, 'tickets.read')
  const dossier = await dossierOf(actor, id)
  const { ticket, clocks, calendar, attempts, reach } = dossier
  const [answers, customer, scores, others, said, surroundings, choices, besides] = await Promise.all([
    answersOf(ticket.id),
    customerCard(ticket.customerId),
    earlierScores(ticket),
    otherTickets(actor, ticket),
    saidOn(ticket.id, attempts),
    around(dossier),
    choicesOf(dossier, now),
    beside(actor, ticket),
  ])
  const evidence = evidenceOf(dossier)
  return {
    ticket,
    answers,
    customer,
    scores,
    others,
    clocks: clocks.map((clock) => {
      const { startedAt, pausedAt, pausedMs, breachedAt } = clock
      return { ...clockFace(clock, calendar, now), startedAt, pausedAt, pausedMs, breachedAt }
    }),
    loop: loopOf(ticket),
    allowed: transitions[ticket.status],
    evidence,
    tells: evidence === null || maySpeakTo(evidence),
    attempts,
    reach,
    choices,
    ...said,
    ...surroundings,
    ...besides,
  }
}
