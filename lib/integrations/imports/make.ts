import type { SystemActor } from '@/lib/identity/shared'
import { addCause, addTouchpoint, journeyTree } from '@/lib/journeys'
import { forget } from '@/lib/kit/once'
import { refuse } from '@/lib/kit/refusal'
import type { Wanted } from '@/lib/surveys'

const actor: SystemActor = { kind: 'system', id: 'import' }

/** Makes the touchpoints (in the journey's first stage, to be moved from there) and reasons that a mapping asked for. */
export async function makeWanted(wanted: Wanted, now: Date): Promise<void> {
  const stages = wanted.touchpoints.size > 0 ? (await journeyTree(actor))?.stages : []
  for (const [slug, name] of wanted.touchpoints) {
    const stage = stages?.[0] ?? refuse('import.noStage')
    await addTouchpoint(actor, stage.id, { name, names: {}, slug }, now)
  }
  for (const [slug, name] of wanted.reasons) await addCause(actor, { name, names: {}, slug, side: 'both' }, now)
  // The loop's snapshot may be a quarter of a second old: the rows that follow need what was just made.
  forget('configuration')
}
