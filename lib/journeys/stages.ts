import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { stages, touchpoints } from '@/db/schema'
import type { Actor } from '@/lib/identity'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { freeSlug } from '@/lib/kit/slug'
import { demandEditing } from './access'
import { changeJourney, journeyOf } from './change'
import { insertStages } from './found'
import { lastPosition, placed } from './order'
import type { Stage } from './queries'
import type { StageInput } from './shared'

/** Adds a stage at the end of a journey; its slug is made of its name once and for all. */
export async function addStage(
  actor: Actor,
  journeyId: string,
  input: StageInput,
  now: Date,
): Promise<{ id: string; slug: string }> {
  demandEditing(actor)
  const journey = await journeyOf(journeyId)
  const all = await db.select().from(stages)
  const row: Stage = {
    id: newId('stage'),
    journeyId,
    slug: freeSlug(
      input.name,
      all.map((one) => one.slug),
      'stage',
    ),
    name: input.name,
    names: textsOf(input.names),
    phase: input.phase,
    position: lastPosition(all.filter((one) => one.journeyId === journeyId)),
    retiredAt: null,
    createdAt: now,
  }
  const change = { kind: 'stage_added', payload: { stage: row.id, slug: row.slug } }
  await changeJourney(actor, journey, change, () => insertStages([row]), now)
  return { id: row.id, slug: row.slug }
}

/** Changes a stage's name and phase. */
export async function changeStage(actor: Actor, id: string, input: StageInput, now: Date): Promise<void> {
  const { stage, journey } = await editable(actor, id)
  const set = { name: input.name, phase: input.phase, ...(input.names && { names: textsOf(input.names) }) }
  const change = { kind: 'stage_changed', payload: { stage: id, slug: stage.slug } }
  await changeJourney(actor, journey, change, (tx) => [tx.update(stages).set(set).where(eq(stages.id, id))], now)
}

/** Puts a stage at `index` among the standing stages of its journey (0 is first). */
export async function moveStage(actor: Actor, id: string, index: number, now: Date): Promise<void> {
  const { stage, journey } = await editable(actor, id)
  const siblings = await db
    .select({ id: stages.id, position: stages.position })
    .from(stages)
    .where(and(eq(stages.journeyId, journey.id), isNull(stages.retiredAt)))
  const moved = placed(siblings, id, index)
  const change = { kind: 'stage_moved', payload: { stage: id, slug: stage.slug, to: index } }
  await changeJourney(
    actor,
    journey,
    change,
    (tx) => moved.map(({ id: one, position }) => tx.update(stages).set({ position }).where(eq(stages.id, one))),
    now,
  )
}

/** Retires a stage; refuses `stage.inUse` while touchpoints stand in it (move or retire them first). */
export async function retireStage(actor: Actor, id: string, now: Date): Promise<void> {
  const { stage, journey } = await editable(actor, id)
  const standing = await db.$count(touchpoints, and(eq(touchpoints.stageId, id), isNull(touchpoints.retiredAt)))
  if (standing > 0) refuse('stage.inUse', { touchpoints: standing })
  const change = { kind: 'stage_retired', payload: { stage: id, slug: stage.slug } }
  await changeJourney(
    actor,
    journey,
    change,
    (tx) => [tx.update(stages).set({ retiredAt: now }).where(eq(stages.id, id))],
    now,
  )
}

/** Brings a retired stage back, at the end. */
export async function restoreStage(actor: Actor, id: string, now: Date): Promise<void> {
  const { stage, journey } = await editable(actor, id)
  const siblings = await db.select().from(stages).where(eq(stages.journeyId, journey.id))
  const set = { retiredAt: null, position: lastPosition(siblings) }
  const change = { kind: 'stage_restored', payload: { stage: id, slug: stage.slug } }
  await changeJourney(actor, journey, change, (tx) => [tx.update(stages).set(set).where(eq(stages.id, id))], now)
}

/** The texts by language that were given. */
export const textsOf = (names: Partial<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names ?? {}).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : [])),
  )

async function editable(actor: Actor, id: string) {
  demandEditing(actor)
  const [stage] = await db.select().from(stages).where(eq(stages.id, id))
  if (!stage) return refuse('stage.unknown')
  return { stage, journey: await journeyOf(stage.journeyId) }
}
