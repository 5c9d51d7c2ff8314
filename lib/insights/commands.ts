import { and, eq } from 'drizzle-orm'
import { atomically, db, frozen, must } from '@/db'
import { initiatives, organization, touchpoints } from '@/db/schema'
import { type Fact, record } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity/shared'
import { newId } from '@/lib/kit/ids'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { mayEditInitiatives } from './access'
import { refuseField } from './field'
import { InitiativeInput } from './shared'
import { startOf } from './span'

const insertInitiative = frozen(initiatives)

/**
 * Writes down a change at a touchpoint; its live day is the trend's marker. Refuses `identity.forbidden` unless the actor
 * edits journeys or leads the owning team, `input.invalid` for an unknown touchpoint.
 */
export async function addInitiative(actor: Actor, given: InitiativeInput, now: Date): Promise<{ id: string }> {
  const input = InitiativeInput.parse(given)
  const place = await placeOf(input.touchpoint)
  demandEditing(actor, place.teamId)
  const row = {
    id: newId('initiative'),
    touchpointId: place.id,
    teamId: place.teamId,
    ...(await contentOf(input)),
    createdAt: now,
    version: 1,
  }
  await atomically(() => [insertInitiative(row), ...told(actor, 'added', row.id, row, now)])
  return { id: row.id }
}

/** Writes it anew, as it stood at `version`. Refuses as `addInitiative`, `initiative.unknown`, `initiative.stale`. */
export async function editInitiative(
  actor: Actor,
  id: string,
  version: number,
  given: InitiativeInput,
  now: Date,
): Promise<void> {
  const input = InitiativeInput.parse(given)
  const [known] = await db.select().from(initiatives).where(eq(initiatives.id, id))
  if (!known) return refuse('initiative.unknown', { id })
  const place = await placeOf(input.touchpoint)
  demandEditing(actor, known.teamId)
  demandEditing(actor, place.teamId)
  const row = { ...(await contentOf(input)), touchpointId: place.id, teamId: place.teamId, version: version + 1 }
  await atomically((tx) => [
    must(
      tx
        .update(initiatives)
        .set(row)
        .where(and(eq(initiatives.id, id), eq(initiatives.version, version)))
        .returning({ id: initiatives.id }),
      () => new Refusal('initiative.stale', { id }),
    ),
    ...told(actor, 'changed', id, row, now),
  ])
}

async function placeOf(slug: string) {
  const [place] = await db
    .select({ id: touchpoints.id, teamId: touchpoints.teamId })
    .from(touchpoints)
    .where(eq(touchpoints.slug, slug))
  return place ?? refuseField('touchpoint', 'touchpoint.unknown')
}

function demandEditing(actor: Actor, teamId: string | null): void {
  if (!mayEditInitiatives(actor, teamId)) refuse('identity.forbidden', { permission: 'journeys.edit' })
}

async function contentOf({ title, state, owner, due, live }: InitiativeInput) {
  const [house] = await db.select({ zone: organization.timeZone }).from(organization).limit(1)
  const at = (day: string | null | undefined) => (day ? startOf(day, house?.zone ?? 'UTC') : null)
  return { title, state, ownerId: owner || null, dueAt: at(due), liveAt: at(live) }
}

function told(actor: Actor, what: string, id: string, row: { touchpointId: string; state: string }, now: Date) {
  const fact: Fact = {
    kind: `settings.initiative_${what}`,
    subject: { kind: 'journey', id },
    actor: authorOf(actor),
    payload: { touchpoint: row.touchpointId, state: row.state },
  }
  return record([fact], now)
}
