import { and, eq, inArray, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { unindexed } from '@/db/sql'
import { type TicketStatus, ticketStatuses } from '@/db/words/tickets'
import { contributedBy } from '../access'
import { isOpen } from '../states'
import type { Question } from './question'

export type State = { its: SQL; settled: boolean }

export function statesOf(statuses: readonly TicketStatus[] | null, open: boolean | null): State[] {
  if (statuses) return statuses.map((status) => ({ its: eq(tickets.status, status), settled: !isOpen(status) }))
  return (open === null ? [true, false] : [open]).map((its) => ({ its: eq(tickets.open, its), settled: !its }))
}

export function whoseOf({ assignees }: Question, loose = false): SQL | undefined {
  if (!assignees) return undefined
  const people = assignees.filter(Boolean)
  const column = loose ? unindexed(tickets.assigneeId) : tickets.assigneeId
  const nobody = assignees.includes('') ? isNull(loose ? unindexed(tickets.assigneeId) : tickets.assigneeId) : undefined
  // Said without an empty list beside it, or the index of tickets that nobody has is not seen to fit.
  return nobody && people.length === 0 ? nobody : or(inArray(column as typeof tickets.assigneeId, people), nobody)
}

export const owned = ({ teams }: Question): SQL => inArray(tickets.teamId, teams)

// Beside an index of people or teams a touchpoint is looked at row by row.
export const elsewhere = ({ touchpoints }: Question): SQL | undefined =>
  touchpoints ? inArray(unindexed(tickets.touchpointId), touchpoints) : undefined

// A person's tickets are the short way; the index of a team would lead through all of the team's.
export const inScope = (question: Question): SQL | undefined =>
  question.everyTeam ? undefined : or(inArray(unindexed(tickets.teamId), question.teams), helped(question))

// Tickets that only help makes visible: another team's, to which one of the reader's contributes.
export const helped = ({ helping, named }: Question): SQL | undefined =>
  helping.length === 0
    ? undefined
    : and(
        inArray(tickets.id, contributedBy(helping)),
        notInArray(unindexed(tickets.teamId), helping),
        named ? inArray(unindexed(tickets.teamId), named) : undefined,
      )

// Said by status and not by `open`, so that the few tickets helped with are looked up by id and not among all open ones.
export function inStatus({ statuses, open }: Question): SQL | undefined {
  const meant = statuses ?? (open === null ? null : ticketStatuses.filter((status) => isOpen(status) === open))
  return meant ? inArray(tickets.status, [...meant]) : undefined
}

export const restOf = ({ dueBefore, rest }: Question): SQL | undefined =>
  and(dueBefore ? lt(tickets.nextDueAt, dueBefore) : undefined, rest)
