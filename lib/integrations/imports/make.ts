import { asc, isNull } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { causes, stages, touchpoints } from '@/db/schema'
import { record, system } from '@/lib/events'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import type { Wanted } from '@/lib/surveys'

/** Makes the touchpoints (in the journey's first stage, to be moved from there) and reasons that a mapping asked for. */
export async function makeWanted(wanted: Wanted, importId: string, now: Date): Promise<void> {
  if (wanted.touchpoints.size + wanted.reasons.size === 0) return
  const [stage] = await db
    .select({ id: stages.id })
    .from(stages)
    .where(isNull(stages.retiredAt))
    .orderBy(asc(stages.position))
    .limit(1)
  if (!stage && wanted.touchpoints.size > 0) refuse('import.noStage')
  const places = [...wanted.touchpoints].map(([slug, name], at) => ({
    id: newId('touchpoint'),
    slug,
    stageId: stage?.id ?? '',
    name,
    names: {},
    channels: [],
    teamId: null,
    position: 1_000 + at,
    status: 'active' as const,
    intended: null,
    desiredScore: null,
    retiredAt: null,
    createdAt: now,
    version: 1,
  }))
  const reasons = [...wanted.reasons].map(([slug, name]) => ({
    id: newId('cause'),
    slug,
    parentId: null,
    side: 'both' as const,
    name,
    names: {},
    control: 'us' as const,
    stopper: false,
    retiredAt: null,
    createdAt: now,
  }))
  await atomically((tx) => [
    ...places.map((row) => tx.insert(touchpoints).values(row).onConflictDoNothing()),
    ...reasons.map((row) => tx.insert(causes).values(row).onConflictDoNothing()),
    raiseConfiguration(),
    ...record(
      [
        {
          kind: 'import.made',
          subject: { kind: 'import', id: importId },
          actor: system('import'),
          payload: { touchpoints: [...wanted.touchpoints.keys()], reasons: [...wanted.reasons.keys()] },
        },
      ],
      now,
    ),
  ])
}
