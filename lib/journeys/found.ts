import { frozen, manyOf, type Step } from '@/db'
import { causes, journeys, stages, touchpointCauses, touchpoints } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { freeSlug } from '@/lib/kit/slug'
import type { Both, StageSeed, Template } from './template'
import { groups, causes as seeds } from './templates/causes'

/** What stands already and what the rows are to point to. */
export type Ground = {
  locale: 'es' | 'en'
  /** Team ids by slug; a touchpoint whose team is not here belongs to nobody yet. */
  teams: Map<string, string>
  /** Cause ids by slug. */
  causes: Map<string, string>
  taken: { journeys: string[]; stages: string[]; touchpoints: string[] }
}
export type Founded = { journey: typeof journeys.$inferSelect; touchpoints: Map<string, string>; steps: Step[] }

export const insertJourney = frozen(journeys)
export const insertStages = manyOf(stages)
export const insertTouchpoints = manyOf(touchpoints)
export const insertCauses = manyOf(causes)
export const insertReasons = manyOf(touchpointCauses)

/** The rows of a new journey, from a template or empty, as writes; `touchpoints` are the new ids by the template's slugs. */
export function foundJourney(
  its: { name: Both | string; template: Template | null },
  ground: Ground,
  now: Date,
): Founded {
  const { template } = its
  const journey = {
    id: newId('journey'),
    slug: freeSlug(typeof its.name === 'string' ? its.name : its.name[ground.locale], ground.taken.journeys, 'journey'),
    ...(typeof its.name === 'string' ? { name: its.name, names: {} } : inBoth(its.name, ground.locale)),
    template: template?.slug ?? null,
    retiredAt: null,
    createdAt: now,
    version: 1,
  }
  const known = causeRows(template, ground, now)
  const stageRows = (template?.stages ?? []).map((seed, position) => stageRow(seed, position, journey.id, ground, now))
  const touchpointRows = (template?.stages ?? []).flatMap((seed, at) =>
    touchpointRowsOf(seed, stageRows[at]?.id ?? '', ground, now),
  )
  const reasons = touchpointRows.flatMap(({ row, seed }) =>
    seed.reasons.flatMap((slug, position) => {
      const causeId = known.ids.get(slug)
      return causeId ? [{ touchpointId: row.id, causeId, position }] : []
    }),
  )
  return {
    journey,
    touchpoints: new Map(touchpointRows.map(({ row, seed }) => [seed.slug, row.id])),
    steps: [
      insertJourney(journey),
      ...insertCauses(known.rows),
      ...insertStages(stageRows),
      ...insertTouchpoints(touchpointRows.map(({ row }) => row)),
      ...insertReasons(reasons),
    ],
  }
}

const inBoth = (both: Both, locale: 'es' | 'en') => {
  const other = locale === 'es' ? 'en' : 'es'
  return { name: both[locale], names: { [other]: both[other] } }
}

const stageRow = (seed: StageSeed, position: number, journeyId: string, ground: Ground, now: Date) => ({
  id: newId('stage'),
  journeyId,
  slug: freeSlug(seed.slug, ground.taken.stages, 'stage'),
  ...inBoth(seed.name, ground.locale),
  phase: seed.phase,
  position,
  retiredAt: null,
  createdAt: now,
})

const touchpointRowsOf = (stage: StageSeed, stageId: string, ground: Ground, now: Date) =>
  stage.touchpoints.map((seed, position) => ({
    seed,
    row: {
      id: newId('touchpoint'),
      slug: freeSlug(seed.slug, ground.taken.touchpoints, 'touchpoint'),
      stageId,
      ...inBoth(seed.name, ground.locale),
      channels: seed.channels,
      teamId: ground.teams.get(seed.team) ?? null,
      position,
      status: 'active' as const,
      intended: null,
      desiredScore: null,
      retiredAt: null,
      createdAt: now,
      version: 1,
    },
  }))

// The causes that the template's touchpoints offer, and the groups above them, as far as they do not stand yet.
function causeRows(template: Template | null, ground: Ground, now: Date) {
  const ids = new Map(ground.causes)
  const wanted = new Set(template?.stages.flatMap((stage) => stage.touchpoints.flatMap((one) => one.reasons)))
  const rows: (typeof causes.$inferSelect)[] = []
  const add = (
    row: Pick<typeof causes.$inferSelect, 'slug' | 'parentId' | 'side' | 'control' | 'stopper'>,
    both: Both,
  ) => {
    if (ids.has(row.slug)) return
    const id = newId('cause')
    ids.set(row.slug, id)
    rows.push({ id, ...row, ...inBoth(both, ground.locale), retiredAt: null, createdAt: now })
  }
  const offered = seeds.filter(([slug]) => wanted.has(slug))
  for (const [slug, es, en] of groups)
    if (offered.some(([, group]) => group === slug))
      add({ slug, parentId: null, side: 'both', control: 'us', stopper: false }, { es, en })
  for (const [slug, group, side, control, stopper, es, en] of offered)
    add({ slug, parentId: ids.get(group) ?? null, side, control, stopper }, { es, en })
  return { ids, rows }
}
