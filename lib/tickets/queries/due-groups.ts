import { and, gte, isNotNull, isNull, lt } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { spanOf } from './instants'
import type { Group } from './list'
import type { Question } from './question'

/** The tickets of a question by when they are due: late, before the reader's midnight, later, or never. */
export function dueGroups(question: Question): Group[] {
  const { now, zone } = question.reader
  const midnight = spanOf('today', now, zone).to
  const due = tickets.nextDueAt
  const parts = {
    late: lt(due, now),
    today: and(gte(due, now), lt(due, midnight)),
    later: gte(due, midnight),
  }
  const group = (value: string | null, rest: Question['rest']): Group => ({
    value,
    question: { ...question, rest: and(question.rest, rest) },
  })
  return [
    ...Object.entries(parts).map(([value, part]) => group(value, and(isNotNull(due), part))),
    group(null, isNull(due)),
  ]
}
