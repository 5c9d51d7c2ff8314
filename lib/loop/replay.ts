import { canonical } from '@/lib/kit/bytes'
import { refuse } from '@/lib/kit/refusal'
import { sha256 } from '@/lib/kit/seal'
import type { Source } from '@/lib/surveys'
import type { ResponseInput } from '@/lib/surveys/shared'
import type { Configuration } from './configuration'
import { type Stored, storedByExternalKey, storedByIdempotency } from './reading'
import type { Received } from './shared'

/** The words by which an answer is known again; null where none was given. */
export type Keys = { idempotency: string | null; external: string | null; hash: string | null }

/** Pure. The hash is of the checked input with sorted keys; without a key nothing is ever compared. */
export function keysOf(source: Source, input: ResponseInput, config: Configuration): Keys {
  const survey = config.surveys.get(input.survey)
  const idempotency = source.idempotencyKey ? `${source.keyId ?? source.kind}:${source.idempotencyKey}` : null
  const external = survey && input.externalId ? `${survey.id}:${input.externalId}` : null
  return { idempotency, external, hash: idempotency || external ? sha256(canonical(input)) : null }
}

/**
 * The first answer to a repeated request; null when this is the first. Refuses `idempotency.reused` for another content
 * under the same key, and for two keys that point at two responses.
 */
export async function findReplay(keys: Keys, config: Configuration): Promise<Received | null> {
  const byKey = keys.idempotency ? await storedByIdempotency(keys.idempotency) : null
  const byExternal = keys.external ? await storedByExternalKey(keys.external) : null
  if (byKey && byExternal && byKey.id !== byExternal.id) refuse('idempotency.reused', { reason: 'two responses' })
  const stored = byKey ?? byExternal
  if (!stored) return null
  if (stored.contentHash !== keys.hash) refuse('idempotency.reused', { reason: 'other content' })
  return replayOf(stored, config)
}

/** A stored response as its first answer said it. */
export const replayOf = (stored: NonNullable<Stored>, config: Configuration): Received => ({
  id: stored.id,
  category: stored.category,
  touchpoint: stored.touchpointId ? (config.touchpointById.get(stored.touchpointId)?.slug ?? null) : null,
  ticket: stored.ticketId && stored.number !== null ? { id: stored.ticketId, number: stored.number } : null,
  receivedAt: stored.receivedAt.toISOString(),
  replay: true,
})
