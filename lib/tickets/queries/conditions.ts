import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { elsewhere, helped, inScope, inStatus, owned, restOf, statesOf, whoseOf } from './clauses'
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
