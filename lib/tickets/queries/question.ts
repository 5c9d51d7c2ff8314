import { inArray, or } from 'drizzle-orm'
import { db } from '@/db'
import { teams, touchpoints, users } from '@/db/schema'
import type { Category, Channel } from '@/db/words/surveys'
import type { Priority, TicketStatus } from '@/db/words/tickets'
import { type Actor, demand, scopeOf } from '@/lib/identity/shared'
import { addDays, dayOf } from '@/lib/kit/period'
import { emailKey } from '@/lib/kit/text'
import { opennessOf, type View, viewTable } from '../views'
import { stretchesOf } from '../zone'

/** What a reader may ask of the queue. Several values of one field are alternatives; ids and slugs are both understood. */
export type QueueFilters = {
  status?: readonly TicketStatus[] | undefined
  team?: readonly string[] | undefined
  touchpoint?: readonly string[] | undefined
  /** Ids or e-mails of people, `me`, `none`. */
  assignee?: readonly string[] | undefined
  priority?: readonly Priority[] | undefined
  category?: readonly Category[] | undefined
  channel?: readonly Channel[] | undefined
  language?: readonly string[] | undefined
  /** Lowest and highest score, both included. */
  score?: { from?: number | undefined; to?: number | undefined } | undefined
  rootCause?: readonly string[] | undefined
  /** True: some clock that runs is over. */
  overdue?: boolean | undefined
  contactAllowed?: boolean | undefined
  /** Words of comment, customer, title, messages, or a number. */
  q?: string | undefined
}

/** A question with its actor's scope, every name resolved: ready to be asked of the database. */
export type Question = {
  /** Teams whose tickets are asked for; owned ones. */
  teams: string[]
  /** The actor's teams, whose help makes another team's ticket visible. Empty when all tickets are. */
  helping: string[]
  /** Teams that were asked for by name, whoever sees them. */
  named: string[] | null
  statuses: readonly TicketStatus[] | null
  open: boolean | null
  /** Ids; an empty string stands for nobody. Null: whoever. */
  assignees: string[] | null
  dueBefore: Date | null
  filters: Omit<QueueFilters, 'status' | 'team' | 'assignee' | 'overdue' | 'q'>
}

/** Puts view, filters and the actor's scope together. Refuses `identity.forbidden` for those who read no tickets. */
export async function questionOf(actor: Actor, view: View, filters: QueueFilters, now: Date): Promise<Question> {
  demand(actor, 'tickets.read')
  const { status, team, assignee, overdue, touchpoint, q: _, ...rest } = filters
  const meant = viewTable[view]
  const statuses = narrowed(meant.statuses, status)
  const mine = meant.assignee === 'me' ? [meOf(actor)] : meant.assignee === 'none' ? [''] : null
  const due = overdue || meant.due === 'now' ? now : meant.due === 'today' ? endOfDay(actor, now) : null
  const [scope, people, places] = await Promise.all([
    teamsOf(actor, team, meant.owned ?? false),
    assignee ? Promise.all(assignee.map((ref) => personOf(actor, ref))) : null,
    touchpoint ? touchpointIds(touchpoint) : undefined,
  ])
  return {
    ...scope,
    statuses,
    open: due ? true : (meant.open ?? (statuses ? (opennessOf(statuses) ?? null) : null)),
    assignees: mine && people ? people.filter((id) => mine.includes(id)) : (mine ?? people),
    dueBefore: due,
    filters: { ...rest, touchpoint: places },
  }
}

async function teamsOf(actor: Actor, wanted: readonly string[] | undefined, ownedOnly: boolean) {
  const scope = scopeOf(actor)
  const all = await db.select({ id: teams.id, slug: teams.slug }).from(teams)
  const asked = wanted ? all.filter(({ id, slug }) => wanted.includes(id) || wanted.includes(slug)) : all
  const ids = asked.map(({ id }) => id)
  if (scope.all) return { teams: ids, helping: [], named: null }
  const own = ids.filter((id) => scope.teams.includes(id))
  return { teams: own, helping: ownedOnly ? [] : scope.teams, named: wanted ? ids : null }
}

async function personOf(actor: Actor, ref: string): Promise<string> {
  if (ref === 'none') return ''
  if (ref === 'me') return meOf(actor)
  if (!ref.includes('@')) return ref
  const [person] = await db
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.emailKey, [emailKey(ref) ?? ref]))
  return person?.id ?? ref
}

async function touchpointIds(refs: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: touchpoints.id })
    .from(touchpoints)
    .where(or(inArray(touchpoints.id, [...refs]), inArray(touchpoints.slug, [...refs])))
  return rows.map(({ id }) => id)
}

const meOf = (actor: Actor): string => (actor.kind === 'user' ? actor.id : '-')

function narrowed(one: readonly TicketStatus[] | undefined, other: readonly TicketStatus[] | undefined) {
  if (one && other) return one.filter((status) => other.includes(status))
  return one ?? other ?? null
}

// The reader's day, not the house's: what is due before midnight where they are.
function endOfDay(actor: Actor, now: Date): Date {
  const zone = actor.kind === 'user' ? actor.timeZone : 'UTC'
  const midnight = Date.parse(`${addDays(dayOf(now, zone), 1)}T00:00:00Z`)
  const [stretch] = stretchesOf(Math.floor(midnight / 86_400_000), zone)
  return new Date(midnight - (stretch?.offset ?? 0))
}
