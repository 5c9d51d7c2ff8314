import type { Priority } from '@/db/words/tickets'
import type { Author } from '@/lib/events'
import { change, type Decided } from './change'
import { awake, demandOpen } from './contact'
import type { Dossier } from './dossier'
import { helpOn } from './ending'
import { joinKeyOf } from './opening'
import type { TicketRow } from './row'
import { regrant } from './sla'

/** Gives an open ticket to a person, or to nobody. The caller has checked the membership. Refuses `ticket.settled`. */
export function decideAssign(by: Author, dossier: Dossier, personId: string | null, now: Date): Decided {
  const { ticket } = dossier
  if (ticket.status !== 'resolved') demandOpen(ticket)
  const payload = { from: ticket.assigneeId, to: personId }
  // It was set aside by whoever had it, not by whoever has it now.
  const wakes = personId !== ticket.snoozedBy ? awake : {}
  return change(dossier, { fact: 'assigned', by, payload, ticket: { ...owned(ticket, personId), ...wakes } }, now)
}

/** Another priority grants other times: due times move by the difference in business minutes. Refuses `ticket.settled`. */
export function decidePriority(by: Author, dossier: Dossier, priority: Priority, now: Date): Decided {
  const { ticket, policy, calendar } = dossier
  demandOpen(ticket)
  const target = policy.targets[priority]
  const clocks = dossier.clocks.map((clock) =>
    regrant(clock, clock.kind === 'first_contact' ? target.firstContact : target.resolution, calendar),
  )
  const payload = { from: ticket.priority, to: priority }
  const part = { priority, priorityReason: 'person' }
  return change(dossier, { fact: 'priority_changed', by, payload, ticket: part, clocks }, now)
}

/**
 * Hands an open ticket to another team; the one that had it goes on helping. The assignee stays only as a member of the
 * new team (`keepsAssignee`). Times were promised to the customer and stay. Refuses `ticket.settled`.
 */
export function decideTeam(by: Author, dossier: Dossier, teamId: string, keepsAssignee: boolean, now: Date): Decided {
  const { ticket, contributors } = dossier
  demandOpen(ticket)
  const helps = !contributors.includes(ticket.teamId)
  const decided = change(
    dossier,
    {
      fact: 'team_changed',
      by,
      payload: { from: ticket.teamId, to: teamId, assignee: keepsAssignee ? ticket.assigneeId : null },
      ticket: { teamId, ...awake, ...(keepsAssignee ? {} : owned(ticket, null)) },
      rows: helps ? [helpOn({ ticketId: ticket.id, teamId: ticket.teamId })] : [],
    },
    now,
  )
  const helping = helps ? [...contributors, ticket.teamId] : contributors
  return { ...decided, dossier: { ...decided.dossier, contributors: helping } }
}

/** Says where it really went wrong. Further answers join it there if no other ticket has that place (`placeIsFree`). */
export function decideTouchpoint(
  by: Author,
  dossier: Dossier,
  touchpointId: string | null,
  placeIsFree: boolean,
  now: Date,
): Decided {
  const { ticket } = dossier
  const joinKey = ticket.joinKey && placeIsFree ? joinKeyOf(ticket.customerId, touchpointId) : null
  const payload = { from: ticket.touchpointId, to: touchpointId }
  return change(dossier, { fact: 'touchpoint_changed', by, payload, ticket: { touchpointId, joinKey } }, now)
}

/** Names the verified root cause, or takes it back while the ticket is open. */
export function decideRootCause(by: Author, dossier: Dossier, causeId: string | null, now: Date): Decided {
  if (causeId === null) demandOpen(dossier.ticket)
  const payload = { from: dossier.ticket.rootCauseId, to: causeId }
  return change(dossier, { fact: 'root_cause_set', by, payload, ticket: { rootCauseId: causeId } }, now)
}

/** Something on the ticket wants a person's eye (a code), or no longer. */
export const decideAttention = (by: Author, dossier: Dossier, attention: string | null, now: Date): Decided =>
  change(dossier, { fact: 'flagged', by, payload: { attention }, ticket: { attention } }, now)

// New and assigned say nothing but whether somebody has it.
export function owned(ticket: TicketRow, assigneeId: string | null): Partial<TicketRow> {
  if (ticket.status === 'new' && assigneeId) return { assigneeId, status: 'assigned' }
  if (ticket.status === 'assigned' && !assigneeId) return { assigneeId, status: 'new' }
  return { assigneeId }
}
