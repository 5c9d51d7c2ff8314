import type { Query, Test } from '@/lib/tickets/shared'

/** Where a test stands: its part, and its place in the part's group. */
export type Spot = { part: number; test: number }

/** The grammar's own functions, fetched when a question is changed for the first time. */
export const grammar = () => import('@/lib/tickets/shared')

const testsOf = (part: Query['parts'][number] | undefined): Test[] =>
  !part ? [] : 'tests' in part ? part.tests : [part]

/** The test that stands at a spot. */
export const testAt = (query: Query, { part, test }: Spot): Test | undefined => testsOf(query.parts[part])[test]

/** The question with another test at a spot; without one when it is null. */
export function replaced(query: Query, { part, test }: Spot, next: Test | null): Query {
  const parts = query.parts.flatMap((one, at) => {
    if (at !== part) return [one]
    const tests = testsOf(one).flatMap((its, place) => (place === test ? (next ?? []) : its))
    if (tests.length === 0) return []
    return 'tests' in one ? [{ ...one, tests }] : tests
  })
  return { ...query, parts }
}

/** The question where a part may also hold by another test. */
export function widened(query: Query, part: number, test: Test): Query {
  const join = query.join === 'and' ? 'or' : 'and'
  return {
    ...query,
    parts: query.parts.map((one, at) => (at === part ? { join, tests: [...testsOf(one), test] } : one)),
  }
}
