import { and, eq, gte, inArray, isNull, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import type { TicketStatus } from '@/db/words/tickets'
import { contributedBy } from '../access'
import type { Question } from './question'

/** Part of the tickets asked for that one index holds in order. */
export type Partition = {
  where: SQL | undefined
  /** None of it is open, so no clock runs. */
  settled: boolean
}

/**
 * The tickets of a question, cut so that each part is one range of an index: by assignee, or by team and status, or by team
 * and openness. A page then costs a few short range reads, whatever the number of tickets.
 */
export function partitionsOf(question: Question): Partition[] {
  const { teams, helping, statuses, open, assignees } = question
  const rest = restOf(question)
  const inScope =
    helping.length > 0 ? or(inArray(tickets.teamId, teams), helped(question)) : inArray(tickets.teamId, teams)
  const people = assignees?.filter(Boolean) ?? []
  const states = statesOf(statuses, open)
  const byPerson = people.flatMap((id) =>
    states.map(({ open: its, status, settled }) => ({
      where: and(eq(tickets.assigneeId, id), its, status, inScope, rest),
      settled,
    })),
  )
  if (assignees && !assignees.includes('')) return byPerson
  const nobody = assignees ? isNull(tickets.assigneeId) : undefined
  const byTeam = teams.flatMap((id) =>
    states.map(({ open: its, status, settled }) => ({
      where: and(eq(tickets.teamId, id), its, status, nobody, rest),
      settled,
    })),
  )
  const byHelp =
    helping.length === 0 ? [] : [{ where: and(helped(question), whole(question), nobody, rest), settled: false }]
  return [...byPerson, ...byTeam, ...byHelp]
}

/** The same as one condition, for counting and for looking at tickets found by their words. */
export function conditionOf(question: Question): SQL | undefined {
  const { teams, helping, assignees } = question
  const owned = teams.length > 0 ? inArray(tickets.teamId, teams) : sql`1 = 0`
  const people = assignees?.filter(Boolean) ?? []
  const whose = assignees
    ? or(
        people.length > 0 ? inArray(tickets.assigneeId, people) : sql`1 = 0`,
        assignees.includes('') ? isNull(tickets.assigneeId) : undefined,
      )
    : undefined
  return and(helping.length > 0 ? or(owned, helped(question)) : owned, whole(question), whose, restOf(question))
}

type State = { open: SQL | undefined; status: SQL | undefined; settled: boolean }

function statesOf(statuses: readonly TicketStatus[] | null, open: boolean | null): State[] {
  if (statuses) {
    return statuses.map((status) => ({
      open: undefined,
      status: eq(tickets.status, status),
      settled: ['resolved', 'closed', 'discarded'].includes(status),
    }))
  }
  return (open === null ? [true, false] : [open]).map((its) => ({
    open: eq(tickets.open, its),
    status: undefined,
    settled: !its,
  }))
}

const whole = ({ statuses, open }: Question): SQL | undefined =>
  statuses ? inArray(tickets.status, [...statuses]) : open === null ? undefined : eq(tickets.open, open)

// Tickets that only help makes visible: another team's, to which one of the reader's contributes.
const helped = ({ helping, named }: Question): SQL | undefined =>
  and(
    inArray(tickets.id, contributedBy(helping)),
    notInArray(tickets.teamId, helping),
    named ? inArray(tickets.teamId, named) : undefined,
  )

function restOf({ dueBefore, filters }: Question): SQL | undefined {
  const { touchpoint, priority, category, channel, language, score, rootCause, contactAllowed } = filters
  return and(
    dueBefore ? lt(tickets.nextDueAt, dueBefore) : undefined,
    touchpoint ? inArray(tickets.touchpointId, [...touchpoint]) : undefined,
    priority ? inArray(tickets.priority, [...priority]) : undefined,
    category ? inArray(tickets.category, [...category]) : undefined,
    channel ? inArray(tickets.channel, [...channel]) : undefined,
    language ? inArray(tickets.language, [...language]) : undefined,
    rootCause ? inArray(tickets.rootCauseId, [...rootCause]) : undefined,
    score?.from === undefined ? undefined : gte(tickets.score, score.from),
    score?.to === undefined ? undefined : lte(tickets.score, score.to),
    contactAllowed === undefined ? undefined : eq(tickets.contactAllowed, contactAllowed),
  )
}
