import type { CauseSide, Phase } from '@/db/words/journeys'
import { after, days } from '@/lib/kit/clock'
import data from './data/journey.json'
import type { MakeId } from './ids'
import type { Cause, Place, Team } from './world'

/** The journey of somebody who furnishes a home: six stages, their touchpoints, and the reasons that customers give at each. */
export function drawJourney(teams: Team[], now: Date, id: MakeId) {
  const since = after(now, -days(399))
  const row = ({ es, en, slug }: { es: string; en: string; slug: string }) => ({
    slug,
    name: es,
    names: { es, en },
    retiredAt: null,
    createdAt: since,
  })
  const journey = { id: id('journey', since), ...row(data.journey), template: null, version: 1 }
  const stages = data.stages.map((stage, position) => ({
    id: id('stage', since),
    ...row(stage),
    journeyId: journey.id,
    phase: stage.phase as Phase,
    position,
  }))
  const groups = data.groups.map((group) => ({
    id: id('cause', since),
    ...row(group),
    parentId: null as string | null,
    side: 'both' as CauseSide,
    control: 'us' as const,
    stopper: false,
  }))
  const leaves = data.causes.map((cause) => ({
    id: id('cause', since),
    ...row(cause),
    parentId: groups.find(({ slug }) => slug === cause.group)?.id ?? null,
    side: cause.side as CauseSide,
    control: cause.control as 'us' | 'partner',
    stopper: 'stopper' in cause,
  }))
  const causes = new Map<string, Cause>(
    leaves.map(({ id: causeId, slug }, at) => [slug, { id: causeId, slug, group: data.causes[at]?.group ?? '' }]),
  )
  const touchpoints = data.touchpoints.map((point, position) => ({
    id: id('touchpoint', since),
    ...row(point),
    stageId: stages.find(({ slug }) => slug === point.stage)?.id ?? '',
    channels: point.channels,
    teamId: teams.find(({ slug }) => slug === point.team)?.id ?? null,
    position,
    status: 'active' as const,
    intended: point.intended,
    desiredScore: point.desired,
    version: 1,
  }))
  const places: Place[] = data.touchpoints.flatMap((point, at) => {
    const team = teams.find(({ slug }) => slug === point.team)
    const touchpoint = touchpoints[at]
    if (!team || !touchpoint) return []
    return [
      {
        id: touchpoint.id,
        slug: point.slug,
        stage: point.stage,
        team,
        channels: point.channels,
        weight: point.weight,
        promoters: point.promoters,
        detractors: point.detractors,
        course: ('course' in point ? point.course : 'steady') as Place['course'],
        against: compact(point.against),
        for: compact(point.for),
      },
    ]
  })
  const offered = places.flatMap((place) =>
    [...Object.keys(place.against), ...Object.keys(place.for)].flatMap((slug, position) => {
      const cause = causes.get(slug)
      return cause ? [{ touchpointId: place.id, causeId: cause.id, position }] : []
    }),
  )
  return { journey, stages, causeRows: [...groups, ...leaves], causes, touchpoints, places, offered }
}

// JSON of many shapes is typed as all of them at once: what is absent here is undefined there.
const compact = (weights: Record<string, number | undefined>): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).flatMap(([slug, weight]) => (weight ? [[slug, weight] as const] : [])))
