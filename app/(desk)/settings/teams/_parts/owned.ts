import type { UserActor } from '@/lib/identity/shared'
import { journeyList, journeyTree, type TouchpointNode } from '@/lib/journeys'

export type Owned = TouchpointNode & { journey: string }

/** Every standing touchpoint with the slug of its journey. */
export async function touchpointsOf(actor: UserActor): Promise<Owned[]> {
  const journeys = await journeyList(actor)
  const trees = await Promise.all(journeys.map((journey) => journeyTree(actor, journey.slug)))
  return trees.flatMap((tree) =>
    (tree?.stages ?? []).flatMap((stage) =>
      stage.touchpoints.map((touchpoint) => ({ ...touchpoint, journey: tree?.slug ?? '' })),
    ),
  )
}
