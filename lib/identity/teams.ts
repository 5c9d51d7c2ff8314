import { and, eq, like, notInArray } from 'drizzle-orm'
import { atomically, db, frozen, isDuplicate, must } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { memberships, teams, users } from '@/db/schema'
import { record } from '@/lib/events'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { freeSlug } from '@/lib/kit/slug'
import { fold, slugOf } from '@/lib/kit/text'
import { mayManageTeam } from './access'
import { insertMembership } from './person'
import { type Actor, demand, type TeamInput } from './shared'
import { fact, firstCalendar, standing } from './team-ground'

export type Team = typeof teams.$inferSelect
export const insertTeam = frozen(teams)

/** Makes a team; its slug is made of the name and never changes. Without a calendar it keeps the first one's hours. */
export async function createTeam(
  actor: Actor,
  input: TeamInput & { names?: Record<string, string>; slug?: string },
  now: Date,
): Promise<{ id: string; slug: string }> {
  demand(actor, 'settings.manage')
  const calendarId = input.calendarId ?? (await firstCalendar())
  const base = input.slug ?? (slugOf(input.name) || 'team')
  const taken = await db
    .select({ slug: teams.slug })
    .from(teams)
    .where(like(teams.slug, `${base.slice(0, 60)}%`))
  const slug = freeSlug(
    base,
    taken.map((team) => team.slug),
    'team',
  )
  const id = newId('team')
  const row: Team = {
    id,
    slug,
    name: input.name,
    names: input.names ?? {},
    folded: fold(input.name),
    calendarId,
    slaPolicyId: input.slaPolicyId ?? null,
    retiredAt: null,
    createdAt: now,
    version: 1,
  }
  await atomically(() => [
    insertTeam(row),
    raiseConfiguration(),
    ...record([fact(actor, 'settings.team_created', id, { slug })], now),
  ]).catch((error: unknown) => (isDuplicate(error) ? refuse('team.taken') : Promise.reject(error)))
  return { id, slug }
}

/** Changes a team's name, calendar or policy; refuses `team.unknown`, `team.stale`. */
export async function updateTeam(
  actor: Actor,
  id: string,
  patch: Partial<Pick<Team, 'name' | 'names' | 'calendarId' | 'slaPolicyId'>>,
  now: Date,
): Promise<void> {
  demand(actor, 'settings.manage')
  const name = patch.name
  await change(actor, id, { ...patch, ...(name !== undefined && { folded: fold(name) }) }, 'settings.team_changed', now)
}

/** A retired team takes no new tickets and is offered nowhere; what it has stays. `restoreTeam` takes that back. */
export const retireTeam = (actor: Actor, id: string, now: Date): Promise<void> => {
  demand(actor, 'settings.manage')
  return change(actor, id, { retiredAt: now }, 'settings.team_retired', now)
}

export const restoreTeam = (actor: Actor, id: string, now: Date): Promise<void> => {
  demand(actor, 'settings.manage')
  return change(actor, id, { retiredAt: null }, 'settings.team_restored', now)
}

/** Says who is in a team. Leads may for their own teams. Refuses `identity.forbidden`, `team.unknown` (also another lead's), `user.unknown`. */
export async function setMembers(actor: Actor, teamId: string, userIds: string[], now: Date): Promise<void> {
  demand(actor, 'team.manage')
  if (!mayManageTeam(actor, teamId)) refuse('team.unknown')
  await standing(teamId)
  const wanted = [...new Set(userIds)]
  const known = new Set((await db.select({ id: users.id }).from(users)).map((user) => user.id))
  if (wanted.some((id) => !known.has(id))) refuse('user.unknown')
  const present = await db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(eq(memberships.teamId, teamId))
  const here = new Set(present.map((one) => one.userId))
  await atomically((tx) => [
    tx
      .delete(memberships)
      .where(
        and(eq(memberships.teamId, teamId), wanted.length > 0 ? notInArray(memberships.userId, wanted) : undefined),
      ),
    ...wanted.filter((id) => !here.has(id)).map((userId) => insertMembership({ teamId, userId, createdAt: now })),
    ...record([fact(actor, 'settings.team_members_changed', teamId, { members: wanted })], now),
  ]).catch((error: unknown) => (isDuplicate(error) ? refuse('team.stale') : Promise.reject(error)))
}

async function change(actor: Actor, id: string, set: Partial<Team>, kind: string, now: Date): Promise<void> {
  const team = await standing(id)
  await atomically((tx) => [
    must(
      tx
        .update(teams)
        .set({ ...set, version: team.version + 1 })
        .where(and(eq(teams.id, id), eq(teams.version, team.version))),
      () => new Refusal('team.stale'),
    ),
    raiseConfiguration(),
    ...record([fact(actor, kind, id, {})], now),
  ])
}
