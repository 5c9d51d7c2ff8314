import type { FieldName, Operator } from './fields'
import { normalTest } from './normal'

/** One thing that must be so. A flag has no values; `between` has two, both included. */
export type Test = { field: FieldName; operator: Operator; values: string[] }
export type Group = { join: 'and' | 'or'; tests: Test[] }
/** A question to the queue. Its words must be found whatever `join` says of its parts. */
export type Query = { join: 'and' | 'or'; parts: (Test | Group)[]; words: string }

export const emptyQuery: Query = { join: 'and', parts: [], words: '' }

/** Whether a part of a question is a group. */
export const isGroup = (part: Test | Group): part is Group => 'tests' in part

/** Whether nothing is asked. */
export const isEmptyQuery = (query: Query): boolean => query.parts.length === 0 && query.words === ''

/** The same question, said in the one way that it is printed; tests that mean nothing fall away. */
export function normalQuery({ join, parts, words }: Query): Query {
  const flat = parts.flatMap((part): (Test | Group)[] => {
    const tests = (isGroup(part) ? part.tests : [part]).flatMap((test) => normalTest(test) ?? [])
    return isGroup(part) && part.join !== join && tests.length > 1 ? [{ join: part.join, tests }] : tests
  })
  const [only] = flat
  if (flat.length === 1 && only && isGroup(only)) return { join: only.join, parts: only.tests, words }
  return { join: flat.length > 1 ? join : 'and', parts: flat, words }
}

/** The same question narrowed by one more test, which takes the place of the one on the same field. */
export function withTest(query: Query, test: Test): Query {
  const { join, parts, words } = normalQuery(query)
  if (join === 'and') {
    const rest = parts.filter((part) => isGroup(part) || part.field !== test.field)
    return normalQuery({ join, parts: [...rest, test], words })
  }
  if (parts.some(isGroup)) {
    const each = parts.map((part): Group => ({ join: 'and', tests: [...(isGroup(part) ? part.tests : [part]), test] }))
    return normalQuery({ join, parts: each, words })
  }
  return normalQuery({ join: 'and', parts: [{ join: 'or', tests: parts.flatMap(testsOf) }, test], words })
}

/** The same question without its part at `index`. */
export const withoutPart = (query: Query, index: number): Query =>
  normalQuery({ ...query, parts: query.parts.filter((_, at) => at !== index) })

/** Every test of a part, alone or in its group. */
export const testsOf = (part: Test | Group): Test[] => (isGroup(part) ? part.tests : [part])
