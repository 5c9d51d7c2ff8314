import { eq } from 'drizzle-orm'
import { atomically, db, isDuplicate } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { causes, journeys, stages, teams, touchpoints } from '@/db/schema'
import { type Actor, localeOf, organization } from '@/lib/identity'
import { refuse } from '@/lib/kit/refusal'
import { demandEditing } from './access'
import { changeJourney, factOf, journeyOf } from './change'
import { foundJourney, type Ground } from './found'
import type { JourneyInput } from './shared'
import { templateBySlug } from './templates'

/** Makes a journey, empty or from a template (its reasons are shared with the journeys that stand). Refuses `template.unknown`. */
export async function createJourney(
  actor: Actor,
  input: JourneyInput,
  now: Date,
): Promise<{ id: string; slug: string }> {
  demandEditing(actor)
  const template = input.template ? (templateBySlug(input.template) ?? refuse('template.unknown')) : null
  const { journey, steps } = foundJourney({ name: input.name, template }, await ground(), now)
  await atomically((tx) => [
    ...steps,
    ...(input.names ? [tx.update(journeys).set({ names: input.names }).where(eq(journeys.id, journey.id))] : []),
    raiseConfiguration(),
    ...factOf(
      actor,
      journey.id,
      { kind: 'journey_created', payload: { slug: journey.slug, template: journey.template } },
      now,
    ),
  ]).catch((error: unknown) => (isDuplicate(error) ? refuse('journey.stale') : Promise.reject(error)))
  return { id: journey.id, slug: journey.slug }
}

/** Changes a journey's name; its slug stays. */
export async function renameJourney(
  actor: Actor,
  id: string,
  input: { name: string; names?: Record<string, string> | undefined },
  now: Date,
): Promise<void> {
  demandEditing(actor)
  const journey = await journeyOf(id)
  const set = { name: input.name, ...(input.names && { names: input.names }) }
  const change = { kind: 'journey_renamed', payload: { slug: journey.slug } }
  await changeJourney(actor, journey, change, (tx) => [tx.update(journeys).set(set).where(eq(journeys.id, id))], now)
}

/** Retires a journey, or restores it; its stages and touchpoints stay as they are. */
export async function retireJourney(actor: Actor, id: string, retired: boolean, now: Date): Promise<void> {
  demandEditing(actor)
  const journey = await journeyOf(id)
  const change = { kind: retired ? 'journey_retired' : 'journey_restored', payload: { slug: journey.slug } }
  const set = { retiredAt: retired ? now : null }
  await changeJourney(actor, journey, change, (tx) => [tx.update(journeys).set(set).where(eq(journeys.id, id))], now)
}

async function ground(): Promise<Ground> {
  const [house, journeyRows, stageRows, touchpointRows, causeRows, teamRows] = await Promise.all([
    organization(),
    db.select({ slug: journeys.slug }).from(journeys),
    db.select({ slug: stages.slug }).from(stages),
    db.select({ slug: touchpoints.slug }).from(touchpoints),
    db.select({ slug: causes.slug, id: causes.id }).from(causes),
    db.select({ slug: teams.slug, id: teams.id, retiredAt: teams.retiredAt }).from(teams),
  ])
  return {
    locale: localeOf(house?.locale ?? 'es'),
    teams: new Map(teamRows.filter((team) => !team.retiredAt).map((team) => [team.slug, team.id])),
    causes: new Map(causeRows.map((cause) => [cause.slug, cause.id])),
    taken: {
      journeys: journeyRows.map((row) => row.slug),
      stages: stageRows.map((row) => row.slug),
      touchpoints: touchpointRows.map((row) => row.slug),
    },
  }
}
