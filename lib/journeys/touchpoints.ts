import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { stages, teams, touchpointCauses, touchpoints } from '@/db/schema'
import type { Actor } from '@/lib/identity'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { freeSlug } from '@/lib/kit/slug'
import { demandEditing } from './access'
import { knownCauses } from './causes'
import { changeJourney, journeyOf } from './change'
import { insertReasons, insertTouchpoints } from './found'
import { lastPosition, placed } from './order'
import type { Touchpoint } from './queries'
import type { TouchpointInput } from './shared'
import { textsOf } from './stages'

/** Adds a touchpoint at the end of a stage. Its slug is made of its name (or given, when free) and never changes. Refuses `stage.unknown`, `team.unknown`. */
export async function addTouchpoint(
  actor: Actor,
  stageId: string,
  input: TouchpointInput & { slug?: string },
  now: Date,
): Promise<{ id: string; slug: string }> {
  const { journey } = await stageFor(actor, stageId)
  const all = await db.select().from(touchpoints)
  const row: Touchpoint = {
    id: newId('touchpoint'),
    slug: freeSlug(
      input.slug ?? input.name,
      all.map((one) => one.slug),
      'touchpoint',
    ),
    stageId,
    name: input.name,
    names: textsOf(input.names),
    channels: input.channels ?? [],
    teamId: await knownTeam(input.teamId ?? null),
    position: lastPosition(all.filter((one) => one.stageId === stageId)),
    status: 'active',
    intended: input.intended ?? null,
    desiredScore: input.desiredScore ?? null,
    retiredAt: null,
    createdAt: now,
    version: 1,
  }
  const change = { kind: 'touchpoint_added', payload: { touchpoint: row.id, slug: row.slug } }
  await changeJourney(actor, journey, change, () => insertTouchpoints([row]), now)
  return { id: row.id, slug: row.slug }
}

/** Changes name, channels, owning team, intended experience, desired score; what is absent stays. */
export async function changeTouchpoint(
  actor: Actor,
  id: string,
  patch: Partial<TouchpointInput>,
  now: Date,
): Promise<void> {
  const { touchpoint, journey } = await editable(actor, id)
  const { names, ...plain } = patch
  if (plain.teamId !== undefined) await knownTeam(plain.teamId)
  const set = { ...plain, ...(names && { names: textsOf(names) }), version: touchpoint.version + 1 }
  const payload = { touchpoint: id, slug: touchpoint.slug, fields: Object.keys(patch), team: plain.teamId }
  await changeJourney(
    actor,
    journey,
    { kind: 'touchpoint_changed', payload },
    (tx) => [tx.update(touchpoints).set(set).where(eq(touchpoints.id, id))],
    now,
  )
}

/** Puts a touchpoint at `index` among those of a stage of the same journey (0 is first). Refuses `stage.unknown`, `stage.elsewhere`. */
export async function moveTouchpoint(
  actor: Actor,
  id: string,
  stageId: string,
  index: number,
  now: Date,
): Promise<void> {
  const { touchpoint, journey } = await editable(actor, id)
  const target = await stageFor(actor, stageId)
  if (target.journey.id !== journey.id) refuse('stage.elsewhere')
  const there = await db
    .select({ id: touchpoints.id, position: touchpoints.position })
    .from(touchpoints)
    .where(and(eq(touchpoints.stageId, stageId), isNull(touchpoints.retiredAt)))
  const moved = placed(there, id, index)
  const payload = { touchpoint: id, slug: touchpoint.slug, from: touchpoint.stageId, to: stageId, index }
  await changeJourney(
    actor,
    journey,
    { kind: 'touchpoint_moved', payload },
    (tx) => [
      tx.update(touchpoints).set({ stageId }).where(eq(touchpoints.id, id)),
      ...moved.map(({ id: one, position }) => tx.update(touchpoints).set({ position }).where(eq(touchpoints.id, one))),
    ],
    now,
  )
}

/** Retires a touchpoint: it takes no more answers and is asked about nowhere; what it has stays. */
export async function retireTouchpoint(actor: Actor, id: string, now: Date): Promise<void> {
  const { touchpoint, journey } = await editable(actor, id)
  const set = { status: 'retired' as const, retiredAt: now, version: touchpoint.version + 1 }
  const change = { kind: 'touchpoint_retired', payload: { touchpoint: id, slug: touchpoint.slug } }
  await changeJourney(
    actor,
    journey,
    change,
    (tx) => [tx.update(touchpoints).set(set).where(eq(touchpoints.id, id))],
    now,
  )
}

/** Brings a touchpoint back, at the end of its stage; refuses `stage.retired`. */
export async function restoreTouchpoint(actor: Actor, id: string, now: Date): Promise<void> {
  const { touchpoint, journey } = await editable(actor, id)
  const { stage } = await stageFor(actor, touchpoint.stageId)
  if (stage.retiredAt) refuse('stage.retired')
  const siblings = await db.select().from(touchpoints).where(eq(touchpoints.stageId, stage.id))
  const position = lastPosition(siblings)
  const set = { status: 'active' as const, retiredAt: null, position, version: touchpoint.version + 1 }
  const change = { kind: 'touchpoint_restored', payload: { touchpoint: id, slug: touchpoint.slug } }
  await changeJourney(
    actor,
    journey,
    change,
    (tx) => [tx.update(touchpoints).set(set).where(eq(touchpoints.id, id))],
    now,
  )
}

/** Says which reasons a survey offers at a touchpoint, in order. Refuses `cause.unknown`. */
export async function setReasons(actor: Actor, id: string, causeIds: string[], now: Date): Promise<void> {
  const { touchpoint, journey } = await editable(actor, id)
  const wanted = await knownCauses(causeIds)
  const payload = { touchpoint: id, slug: touchpoint.slug, causes: wanted }
  await changeJourney(
    actor,
    journey,
    { kind: 'touchpoint_reasons_set', payload },
    (tx) => [
      tx.delete(touchpointCauses).where(eq(touchpointCauses.touchpointId, id)),
      ...insertReasons(wanted.map((causeId, position) => ({ touchpointId: id, causeId, position }))),
    ],
    now,
  )
}

async function editable(actor: Actor, id: string) {
  demandEditing(actor)
  const [touchpoint] = await db.select().from(touchpoints).where(eq(touchpoints.id, id))
  if (!touchpoint) return refuse('touchpoint.unknown')
  return { touchpoint, ...(await stageFor(actor, touchpoint.stageId)) }
}

async function stageFor(actor: Actor, id: string) {
  demandEditing(actor)
  const [stage] = await db.select().from(stages).where(eq(stages.id, id))
  if (!stage) return refuse('stage.unknown')
  return { stage, journey: await journeyOf(stage.journeyId) }
}

async function knownTeam(id: string | null): Promise<string | null> {
  if (id === null) return null
  const [team] = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.id, id), isNull(teams.retiredAt)))
  return team?.id ?? refuse('team.unknown')
}
