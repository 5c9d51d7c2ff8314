import { and, eq, inArray, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { unindexed } from '@/db/sql'
import { type TicketStatus, ticketStatuses } from '@/db/words/tickets'
import { contributedBy } from '../access'
import { isOpen } from '../states'
import type { Question } from './question'
import { oneOf } from './truth'

/** Part of the tickets asked for that one index holds in order. */
export type Partition = {
  where: SQL | undefined
  /** None of it is open, so no clock runs. */
  settled: boolean
}

/**
 * The tickets of a question, cut so that each part is one range of an index: by assignee, by touchpoint, or by team and
 * status, or by team and openness. A page then costs a few short range reads, whatever the number of tickets.
 */
export function partitionsOf(question: Question): Partition[] {
  const { teams, helping, statuses, open, assignees, touchpoints } = question
  const rest = restOf(question)
  const states = statesOf(statuses, open)
  const cut = (whose: SQL | undefined): Partition[] =>
    states.map(({ its, settled }) => ({ where: and(whose, its, rest), settled }))
  const there = touchpoints ? oneOf(tickets.touchpointId, touchpoints) : undefined
  const people = assignees?.filter(Boolean) ?? []
  const byPerson = people.flatMap((id) => cut(and(eq(tickets.assigneeId, id), inScope(question), elsewhere(question))))
  if (assignees && !assignees.includes('')) return byPerson
  const nobody = assignees ? isNull(tickets.assigneeId) : undefined
  if (touchpoints && !nobody) {
    // By status the index of a team would be taken, which holds every touchpoint.
    const openness = statesOf(null, open)
    return touchpoints.flatMap((id) =>
      openness.map(({ its, settled }) => ({
        where: and(
          eq(tickets.touchpointId, id),
          its,
          statuses ? inStatus(question) : undefined,
          inScope(question),
          rest,
        ),
        settled,
      })),
    )
  }
  const byTeam = teams.flatMap((id) => cut(and(eq(tickets.teamId, id), nobody, elsewhere(question))))
  const byHelp =
    helping.length > 0
      ? [{ where: and(helped(question), inStatus(question), nobody, there, rest), settled: false }]
      : []
  return [...byPerson, ...byTeam, ...byHelp]
}

/** The whole as one part in which no index of team, person or status is taken: beside another way that is shorter. */
export const besides = (question: Question, where: SQL | undefined): Partition[] => [
  {
    where: and(
      where,
      inScope(question),
      inStatus(question),
      whoseOf(question, true),
      elsewhere(question),
      restOf(question),
    ),
    settled: question.open === false,
  },
]

/** The same as one condition, for counting and for looking at tickets found by their words. */
export const conditionOf = (question: Question): SQL | undefined =>
  and(
    question.everyTeam ? undefined : or(owned(question), helped(question)),
    inStatus(question),
    whoseOf(question),
    question.touchpoints ? oneOf(tickets.touchpointId, question.touchpoints) : undefined,
    restOf(question),
  )

/** The same in at most two parts, owned and helped with, for counting up to a limit: order does not matter there. */
export function countablesOf(question: Question): (SQL | undefined)[] {
  const { open, statuses, helping, assignees, touchpoints } = question
  const rest = and(whoseOf(question), restOf(question))
  const its = statuses || open === null ? inStatus(question) : eq(tickets.open, open)
  if (assignees && !assignees.includes('')) return [and(inScope(question), its, elsewhere(question), rest)]
  if (touchpoints) return [and(oneOf(tickets.touchpointId, touchpoints), inScope(question), its, rest)]
  // Where no team is left out the index of a team would only lead past every row.
  const anyTeam = question.everyTeam && !statuses && !assignees
  const parts = [and(anyTeam ? undefined : owned(question), its, rest)]
  return helping.length > 0 ? [...parts, and(helped(question), inStatus(question), rest)] : parts
}

type State = { its: SQL; settled: boolean }

function statesOf(statuses: readonly TicketStatus[] | null, open: boolean | null): State[] {
  if (statuses) return statuses.map((status) => ({ its: eq(tickets.status, status), settled: !isOpen(status) }))
  return (open === null ? [true, false] : [open]).map((its) => ({ its: eq(tickets.open, its), settled: !its }))
}

function whoseOf({ assignees }: Question, loose = false): SQL | undefined {
  if (!assignees) return undefined
  const people = assignees.filter(Boolean)
  const column = loose ? unindexed(tickets.assigneeId) : tickets.assigneeId
  const nobody = assignees.includes('') ? isNull(loose ? unindexed(tickets.assigneeId) : tickets.assigneeId) : undefined
  // Said without an empty list beside it, or the index of tickets that nobody has is not seen to fit.
  return nobody && people.length === 0 ? nobody : or(inArray(column as typeof tickets.assigneeId, people), nobody)
}

const owned = ({ teams }: Question): SQL => inArray(tickets.teamId, teams)

// Beside an index of people or teams a touchpoint is looked at row by row.
const elsewhere = ({ touchpoints }: Question): SQL | undefined =>
  touchpoints ? inArray(unindexed(tickets.touchpointId), touchpoints) : undefined

// A person's tickets are the short way; the index of a team would lead through all of the team's.
const inScope = (question: Question): SQL | undefined =>
  question.everyTeam ? undefined : or(inArray(unindexed(tickets.teamId), question.teams), helped(question))

// Tickets that only help makes visible: another team's, to which one of the reader's contributes.
const helped = ({ helping, named }: Question): SQL | undefined =>
  helping.length === 0
    ? undefined
    : and(
        inArray(tickets.id, contributedBy(helping)),
        notInArray(unindexed(tickets.teamId), helping),
        named ? inArray(unindexed(tickets.teamId), named) : undefined,
      )

// Said by status and not by `open`, so that the few tickets helped with are looked up by id and not among all open ones.
function inStatus({ statuses, open }: Question): SQL | undefined {
  const meant = statuses ?? (open === null ? null : ticketStatuses.filter((status) => isOpen(status) === open))
  return meant ? inArray(tickets.status, [...meant]) : undefined
}

const restOf = ({ dueBefore, rest }: Question): SQL | undefined =>
  and(dueBefore ? lt(tickets.nextDueAt, dueBefore) : undefined, rest)
