import type { Actor } from '@/lib/identity/shared'
import type { Grouping } from '../views'
import { countCap } from './capped'
import { dueGroups } from './due-groups'
import { fewOf } from './few'
import { countsIn, groupsIn } from './list'
import { type Ask, questionOf } from './question'

/** Tickets that stand together: the id or code of what they share (null: none), and how many, at most 100. */
export type GroupCount = { value: string | null; count: number }

/**
 * The groups of a question in the order in which its pages show them, without empty ones. By `due` they are `late`, `today`,
 * `later` and null for those that no clock drives.
 */
export async function groupsOf(
  actor: Actor,
  ask: Ask & { group?: Grouping | undefined },
  now: Date,
): Promise<GroupCount[]> {
  const question = await questionOf(actor, ask, now)
  const { group = 'due' } = ask
  const [{ few }, groups] = await Promise.all([
    fewOf(question),
    group === 'due' ? dueGroups(question) : groupsIn(question, group),
  ])
  const counts = await countsIn(groups, few, countCap)
  return groups.map(({ value }, at) => ({ value, count: counts[at] ?? 0 })).filter(({ count }) => count > 0)
}
