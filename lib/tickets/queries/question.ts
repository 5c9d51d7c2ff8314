import { and, type SQL, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { openStatuses, type TicketStatus } from '@/db/words/tickets'
import { type Actor, demand, scopeOf } from '@/lib/identity/shared'
import { emptyQuery, isGroup, normalQuery, type Query, type Test } from '../grammar/query'
import { isOpen } from '../states'
import { opennessOf, type View, type ViewTable, viewTable } from '../views'
import { type QueueFilters, testsOfFilters } from './filters'
import { flagMeaning } from './flags'
import { spanOf } from './instants'
import { queryMeaning, statusesOf } from './meaning'
import { everyTeam, meOf, peopleIds, touchpointIds } from './names'
import { type Reader, readerOf } from './reader'

/** What is asked of the queue: a view, narrowed by a question in its grammar and by filters. */
export type Ask = {
  view?: View | undefined
  /** What a saved view asks; `query` narrows it. */
  base?: Query | undefined
  query?: Query | undefined
  filters?: QueueFilters | undefined
}

/** A question with its actor's scope, every name resolved: ready to be asked of the database. */
export type Question = {
  /** Teams whose tickets are asked for; owned ones. */
  teams: string[]
  /** All there are: neither scope nor question leaves a team out. */
  everyTeam: boolean
  /** The actor's teams, whose help makes another team's ticket visible. Empty when all tickets are. */
  helping: string[]
  /** Teams that were asked for by name, whoever sees them. */
  named: string[] | null
  statuses: readonly TicketStatus[] | null
  open: boolean | null
  /** Ids; an empty string stands for nobody. Null: whoever. */
  assignees: string[] | null
  /** Ids. Null: wherever. */
  touchpoints: string[] | null
  dueBefore: Date | null
  /** Everything else that must hold. */
  rest: SQL | undefined
  /** Its tests that all must hold: the narrowest of them may be the short way. */
  tests: Test[]
  reader: Reader
  /** Words that must be found, too; '' for none. */
  words: string
}

// Few touchpoints are ranges of an index each; many are a condition like others.
const mostPlaces = 12

/** Puts view, question and the actor's scope together. Refuses `identity.forbidden` for those who read no tickets. */
export async function questionOf(actor: Actor, ask: Ask, now: Date): Promise<Question> {
  demand(actor, 'tickets.read')
  const { view = 'all', base = emptyQuery, query = emptyQuery, filters = {} } = ask
  const meant = viewTable[view]
  const reader = readerOf(actor, now)
  const asked = [base, query].map(normalQuery)
  const tests = [...testsOfFilters(filters), ...asked.flatMap(testsOfQuery)]
  const [lifted, others] = split(tests)
  const [scope, people, places, rest, ...mixed] = await Promise.all([
    teamsOf(actor, lifted.team, meant.owned ?? false),
    among(lifted.owner, (values) => peopleIds(actor, values)),
    among(lifted.touchpoint, touchpointIds),
    queryMeaning({ join: 'and', parts: others }, reader),
    ...asked.map((one) => queryMeaning(mixedOf(one), reader)),
  ])
  const mine = meant.assignee === 'me' ? [meOf(actor)] : meant.assignee === 'none' ? [''] : null
  const due = dueOf(meant, reader)
  const openness = due ? true : meant.open
  const told = narrowed(
    meant.statuses ?? null,
    lifted.status.map((values) => statusesOf(values) as TicketStatus[]),
  )?.filter((status) => openness === undefined || isOpen(status) === openness)
  // All five open ones are one range of an index.
  const statuses = told && openStatuses.every((status) => told.includes(status)) && told.length === 5 ? null : told
  return {
    ...scope,
    statuses: statuses ?? null,
    open: openness ?? (told ? (opennessOf(told) ?? null) : null),
    assignees: narrowed(mine, people),
    touchpoints: narrowed(null, places),
    dueBefore: due,
    rest: and(restOf(meant, tests, reader), rest, ...mixed),
    tests: [...testsOfView(meant), ...tests],
    reader,
    words: [filters.q?.trim(), ...asked.map(({ words }) => words)].filter(Boolean).join(' '),
  }
}

// What must all hold, and beside it the alternatives.
const testsOfQuery = ({ join, parts }: Query): Test[] =>
  join === 'and' ? parts.flatMap((part) => (isGroup(part) ? [] : part)) : []
const mixedOf = (query: Query): Query =>
  query.join === 'or' ? query : { ...query, parts: query.parts.filter(isGroup) }

const liftable = ['team', 'owner', 'touchpoint', 'status'] as const
type Lifted = Record<(typeof liftable)[number], string[][]>

// What one index holds in order is asked of the index: alternatives of whose it is, where, and how it stands.
function split(tests: Test[]): [Lifted, Test[]] {
  const lifted: Lifted = { team: [], owner: [], touchpoint: [], status: [] }
  const others: Test[] = []
  for (const test of tests) {
    const values = liftedValues(test)
    if (values) lifted[values.field].push(values.values)
    else others.push(test)
  }
  return [lifted, others]
}

function liftedValues({ field, operator, values }: Test): { field: keyof Lifted; values: string[] } | null {
  if (field === 'mine' && operator === 'is') return { field: 'owner', values: ['me'] }
  if (field === 'unassigned' && operator === 'is') return { field: 'owner', values: ['none'] }
  if (field === 'owner' && operator === 'empty') return { field, values: ['none'] }
  const known = liftable.find((name) => name === field)
  if (!known || (operator !== 'is' && operator !== 'any')) return null
  if (known === 'touchpoint' && (values.length > mostPlaces || values.includes('none'))) return null
  return { field: known, values }
}

// Every list of alternatives narrows the one before.
function narrowed<T extends string>(first: readonly T[] | null, lists: readonly (readonly T[])[]): T[] | null {
  const [start, ...more] = first ? [first, ...lists] : lists
  return start ? more.reduce<T[]>((kept, list) => kept.filter((value) => list.includes(value)), [...start]) : null
}

const among = (lists: string[][], find: (values: string[]) => Promise<string[]>): Promise<string[][]> =>
  Promise.all(lists.map(find))

async function teamsOf(actor: Actor, wanted: string[][], ownedOnly: boolean) {
  const scope = scopeOf(actor)
  const all = await everyTeam()
  const asked = all.filter(({ id, slug }) => wanted.every((refs) => refs.includes(id) || refs.includes(slug)))
  const ids = asked.map(({ id }) => id)
  if (scope.all) return { teams: ids, helping: [], named: null, everyTeam: wanted.length === 0 }
  const own = ids.filter((id) => scope.teams.includes(id))
  return { teams: own, helping: ownedOnly ? [] : scope.teams, named: wanted.length > 0 ? ids : null, everyTeam: false }
}

// The reader's day, not the house's: what is due before midnight where they are.
const dueOf = ({ due }: ViewTable, { now, zone }: Reader): Date | null =>
  due === 'now' ? now : due === 'today' ? spanOf('today', now, zone).to : null

const testsOfView = ({ rest }: ViewTable): Test[] =>
  rest === 'snoozed' || rest === 'mentioned' ? [{ field: rest, operator: 'is', values: [] }] : []

// A question about snoozed tickets is asked of all of them, whatever its view says.
function restOf({ rest }: ViewTable, tests: Test[], reader: Reader): SQL | undefined {
  if (rest === 'snoozed') return flagMeaning('snoozed', reader)
  if (rest === 'mentioned') return flagMeaning('mentioned', reader)
  if (rest !== 'awake' || tests.some(({ field }) => field === 'snoozed')) return undefined
  // Not said as an alternative: beside one the index of tickets that nobody has is passed over.
  return sql`coalesce(${tickets.snoozedUntil}, 0) <= ${reader.now.getTime()}`
}
