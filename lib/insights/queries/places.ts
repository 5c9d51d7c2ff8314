import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/db'
import { journeys, stages, teams, touchpoints } from '@/db/schema'
import { type Actor, scopeOf } from '@/lib/identity/shared'

type Named = { id: string; slug: string; name: string; names: Record<string, string> }
export type Stage = Named & { position: number }
/** A touchpoint where it stands today, with today's owner. */
export type Place = Named & { stage: Stage; team: Named | null; retired: boolean }

/** The touchpoints whose figures this reader may see, in the order of the journey; agents see those of their own teams. */
export async function placesFor(actor: Actor, journey?: string): Promise<Place[]> {
  const rows = await db
    .select({
      place: touchpoints,
      stage: stages,
      team: { id: teams.id, slug: teams.slug, name: teams.name, names: teams.names },
    })
    .from(touchpoints)
    .innerJoin(stages, eq(stages.id, touchpoints.stageId))
    .innerJoin(journeys, eq(journeys.id, stages.journeyId))
    .leftJoin(teams, eq(teams.id, touchpoints.teamId))
    .where(and(journey ? eq(journeys.slug, journey) : undefined))
    .orderBy(asc(journeys.createdAt), asc(stages.position), asc(stages.id), asc(touchpoints.position), touchpoints.id)
  const own = ownTeams(actor)
  return rows
    .filter(({ place }) => !own || (place.teamId !== null && own.includes(place.teamId)))
    .map(({ place, stage, team }) => ({
      id: place.id,
      slug: place.slug,
      name: place.name,
      names: place.names,
      stage: { id: stage.id, slug: stage.slug, name: stage.name, names: stage.names, position: stage.position },
      team,
      retired: place.retiredAt !== null || place.status === 'retired',
    }))
}

/** The only teams whose figures this reader sees; null: everybody's. */
export const ownTeams = (actor: Actor): string[] | null => {
  if (actor.kind !== 'user' || actor.role !== 'agent') return null
  const scope = scopeOf(actor)
  return scope.all ? null : scope.teams
}
