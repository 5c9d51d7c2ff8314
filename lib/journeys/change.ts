import { and, eq } from 'drizzle-orm'
import { atomically, db, isDuplicate, must, type Step, type Tx } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { journeys } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity'
import { Refusal, refuse } from '@/lib/kit/refusal'
import type { Journey } from './queries'

/** What a change of a journey is called and names in the record. */
export type Change = { kind: string; payload: Record<string, unknown> }

/**
 * Commits one change of a journey. The journey's version guards the whole tree: of two who reorder at once one is told
 * `journey.stale`. Every list raises the configuration and writes one fact.
 */
export async function changeJourney(
  actor: Actor,
  journey: Journey,
  change: Change,
  steps: (tx: Tx) => Step[],
  now: Date,
): Promise<void> {
  await atomically((tx) => [
    must(
      tx
        .update(journeys)
        .set({ version: journey.version + 1 })
        .where(and(eq(journeys.id, journey.id), eq(journeys.version, journey.version))),
      () => new Refusal('journey.stale'),
    ),
    ...steps(tx),
    raiseConfiguration(),
    ...factOf(actor, journey.id, change, now),
  ]).catch((error: unknown) => (isDuplicate(error) ? refuse('journey.stale') : Promise.reject(error)))
}

/** The fact of a change, as writes. */
export const factOf = (actor: Actor, journeyId: string, { kind, payload }: Change, now: Date): Step[] =>
  record(
    [{ kind: `settings.${kind}`, subject: { kind: 'journey', id: journeyId }, actor: authorOf(actor), payload }],
    now,
  )

/** The journey of this id; refuses `journey.unknown`. */
export async function journeyOf(id: string): Promise<Journey> {
  const [row] = await db.select().from(journeys).where(eq(journeys.id, id))
  return row ?? refuse('journey.unknown')
}
