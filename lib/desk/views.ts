import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import { atomically, db, frozen, must } from '@/db'
import { savedViews } from '@/db/schema'
import { count } from '@/db/sql'
import { teams } from '@/lib/identity'
import { type Actor, demand, scopeOf, type UserActor } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { type Grouping, groupings, parseQuery, printQuery, type Sort, sorts } from '@/lib/tickets/shared'
import { maySave, type Shared } from './sharing'
import type { ViewInput, ViewPatch } from './view-input'

/** A view that somebody saved, as its reader sees it. */
export type SavedView = {
  id: string
  name: string
  names: Record<string, string>
  ownerId: string
  sharing: Shared['sharing']
  teamId: string | null
  /** A question in the queue's grammar. */
  query: string
  sort: Sort
  grouping: Grouping
  columns: string[] | null
  version: number
  /** Whether the reader may change, move or remove it. */
  editable: boolean
}

/** Most views that one person keeps. */
export const mostViews = 50
const insertView = frozen(savedViews)

/** Views for everybody, of the actor's teams and their own, in this order and each as it was put. */
export async function viewsFor(actor: Actor): Promise<SavedView[]> {
  demand(actor, 'tickets.read')
  const rows = await db
    .select()
    .from(savedViews)
    .where(visibleTo(actor))
    .orderBy(asc(savedViews.position), asc(savedViews.createdAt), asc(savedViews.id))
  const rank = { all: 0, team: 1, own: 2 }
  return rows.sort((one, other) => rank[one.sharing] - rank[other.sharing]).map((row) => shown(actor, row))
}

/** One view that the actor may open. Refuses `view.unknown` for any other. */
export async function viewById(actor: Actor, id: string): Promise<SavedView> {
  demand(actor, 'tickets.read')
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, id), visibleTo(actor)))
  return row ? shown(actor, row) : refuse('view.unknown')
}

/**
 * Saves a view: for oneself whoever reads tickets, for a team its leads, for everybody managers. Refuses
 * `identity.forbidden`, `input.invalid` at `team`, `view.query` (word) for a question that is not understood, `view.many`.
 */
export async function saveView(actor: UserActor, input: ViewInput, now: Date): Promise<{ id: string }> {
  demand(actor, 'tickets.read')
  const teamId = await allowed(actor, { ...input, ownerId: actor.id })
  const [kept] = await db.select({ n: count() }).from(savedViews).where(eq(savedViews.ownerId, actor.id))
  const position = kept?.n ?? 0
  if (position >= mostViews) refuse('view.many', { most: mostViews })
  const id = newId('view')
  const { name, names, sort, grouping, columns, sharing } = input
  const row = { name, names: told(names), sort, grouping, columns, sharing, teamId, query: understood(input.query) }
  await atomically(() => [
    insertView({ ...row, id, ownerId: actor.id, position, createdAt: now, updatedAt: now, version: 1 }),
  ])
  return { id }
}

/** Changes a view, its sharing too. Refuses `view.unknown`, `view.stale`, and as saving does. */
export async function changeView(actor: UserActor, id: string, patch: ViewPatch, now: Date): Promise<void> {
  const before = await editable(actor, id)
  const { version, team, names, query, ...part } = patch
  const sharing = part.sharing ?? before.sharing
  const ref = team ?? (sharing === 'team' ? (before.teamId ?? undefined) : undefined)
  const teamId = await allowed(actor, { sharing, team: ref, ownerId: before.ownerId })
  const row = {
    ...part,
    ...(names ? { names: told(names) } : {}),
    ...(query === undefined ? {} : { query: understood(query) }),
    ...{ teamId, updatedAt: now, version: before.version + 1 },
  }
  await atomically((tx) => [
    must(
      tx
        .update(savedViews)
        .set(row)
        .where(and(eq(savedViews.id, id), eq(savedViews.version, version ?? before.version)))
        .returning({ id: savedViews.id }),
      () => new Refusal('view.stale'),
    ),
  ])
}

/** Removes a view; nothing points to it. Refuses `view.unknown`, `identity.forbidden`. */
export async function removeView(actor: UserActor, id: string): Promise<void> {
  await editable(actor, id)
  await atomically((tx) => [tx.delete(savedViews).where(eq(savedViews.id, id))])
}

/** Puts views in this order; those that the actor may not change stay where they are. Refuses `view.unknown`. */
export async function orderViews(actor: UserActor, ids: string[], now: Date): Promise<void> {
  const known = new Map((await viewsFor(actor)).map((view) => [view.id, view]))
  if (ids.some((id) => !known.has(id))) refuse('view.unknown')
  const own = [...new Set(ids)].filter((id) => known.get(id)?.editable)
  await atomically((tx) =>
    own.map((id, position) => tx.update(savedViews).set({ position, updatedAt: now }).where(eq(savedViews.id, id))),
  )
}

async function editable(actor: UserActor, id: string): Promise<SavedView> {
  const view = await viewById(actor, id)
  return view.editable ? view : refuse('identity.forbidden', { permission: 'team.manage' })
}

// The id of the team with which it is shared, if any.
async function allowed(actor: UserActor, its: Pick<ViewInput, 'sharing' | 'team'> & { ownerId: string }) {
  const teamId = its.sharing === 'team' ? await teamOf(actor, its.team) : null
  if (!maySave(actor, { sharing: its.sharing, teamId, ownerId: its.ownerId }))
    refuse('identity.forbidden', { permission: 'team.manage' })
  return teamId
}

async function teamOf(actor: Actor, ref: string | undefined): Promise<string> {
  const team = (await teams(actor)).find(({ id, slug }) => id === ref || slug === ref)
  return team?.id ?? refuse('input.invalid', {}, [{ path: 'team', code: 'unknown', message: 'unknown' }])
}

function understood(text: string): string {
  const { query, problems } = parseQuery(text)
  const [first] = problems
  return first ? refuse('view.query', { word: first.word.slice(0, 60) }) : printQuery(query)
}

const told = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name))

function visibleTo(actor: Actor): SQL | undefined {
  const scope = scopeOf(actor)
  return or(
    eq(savedViews.sharing, 'all'),
    and(eq(savedViews.sharing, 'team'), scope.all ? undefined : inArray(savedViews.teamId, scope.teams)),
    and(eq(savedViews.sharing, 'own'), eq(savedViews.ownerId, actor.id)),
  )
}

function shown(actor: Actor, row: typeof savedViews.$inferSelect): SavedView {
  const { id, name, names, ownerId, sharing, teamId, query, columns, version } = row
  return {
    ...{ id, name, names, ownerId, sharing, teamId, query, columns, version },
    sort: sorts.find((sort) => sort === row.sort) ?? 'due',
    grouping: groupings.find((grouping) => grouping === row.grouping) ?? 'due',
    editable: actor.kind === 'user' && maySave(actor, { sharing, teamId, ownerId }),
  }
}
