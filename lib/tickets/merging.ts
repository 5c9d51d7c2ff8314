import { type Filled, frozen } from '@/db'
import { ticketLinks } from '@/db/schema'
import type { Author } from '@/lib/events'
import { refuse } from '@/lib/kit/refusal'
import { change, type Decided } from './change'
import { awake, demandOpen } from './contact'
import type { Dossier } from './dossier'
import { end, helpOn } from './ending'
import { moveAll } from './moving'
import { graver } from './priority'
import type { TicketRow } from './row'

/** Ids of what hangs on a ticket, by kind: the fact of a merge names them, so that nothing is ever lost from sight. */
export type Held = Record<string, string[]>

/**
 * Joins one open ticket of a customer into another: all that hangs on it moves along, the graver priority stays, its teams
 * help on. The first contact stays when it was: what was said on the other is evidence here, no earlier first contact.
 * Refuses `ticket.merge` (same ticket, or not of one customer), `ticket.settled`, `ticket.transition`.
 */
export function decideMerge(
  by: Author,
  from: Dossier,
  into: Dossier,
  held: Held,
  now: Date,
): { from: Decided; into: Decided } {
  const one = from.ticket.customerId !== null && from.ticket.customerId === into.ticket.customerId
  if (!one || from.ticket.id === into.ticket.id) refuse('ticket.merge', { reason: one ? 'same' : 'customer' })
  demandOpen(into.ticket)
  const helping = [from.ticket.teamId, ...from.contributors].filter(
    (team) => team !== into.ticket.teamId && !into.contributors.includes(team),
  )
  const way = { from: from.ticket.id, into: into.ticket.id }
  const rows: Filled[] = [
    ...moveAll(way),
    ...helping.map((teamId) => helpOn({ ticketId: into.ticket.id, teamId })),
    insertLink({ fromId: way.from, toId: way.into, kind: 'merged', at: now }),
  ]
  const ended = end(by, from, 'merged', 'duplicate', into.ticket.id, now, { payload: { moved: held } })
  const joined = change(
    into,
    { fact: 'merged', by, payload: { with: from.ticket.id }, ticket: partOf(from, into), rows },
    now,
  )
  const attempts = [...into.attempts, ...from.attempts].sort((a, b) => a.at.getTime() - b.at.getTime())
  const contributors = [...into.contributors, ...helping]
  return { from: ended, into: { ...joined, dossier: { ...joined.dossier, attempts, contributors } } }
}

export const insertLink = frozen(ticketLinks)

function partOf({ ticket: from }: Dossier, { ticket: into }: Dossier): Partial<TicketRow> {
  return {
    answers: into.answers + from.answers,
    priority: graver(into.priority, from.priority),
    customerSpokeAt: later(into.customerSpokeAt, from.customerSpokeAt),
    attention: into.attention ?? from.attention,
    title: into.title ?? (into.responseId ? null : from.title),
    // One of the two was set aside and the other not: somebody meant to work on it.
    ...(from.snoozedUntil ? {} : awake),
    ...(into.responseId ? {} : { ...answerOf(from), touchpointId: into.touchpointId ?? from.touchpointId }),
  }
}

/** What a ticket shows of the answer that it is about. */
const answerOf = ({ responseId, surveyId, score, category, commentType, channel, segment }: TicketRow) =>
  responseId ? { responseId, surveyId, score, category, commentType, channel, segment } : {}

const later = (one: Date | null, other: Date | null): Date | null =>
  one && other && one > other ? one : (other ?? one)
