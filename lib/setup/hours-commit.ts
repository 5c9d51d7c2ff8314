import { atomically, isDuplicate, type Step, type Tx } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { record } from '@/lib/events'
import { type Actor, authorOf } from '@/lib/identity'
import { refuse } from '@/lib/kit/refusal'

export async function commit(
  actor: Actor,
  kind: string,
  payload: Record<string, string>,
  steps: (tx: Tx) => Step[],
  now: Date,
) {
  const subject = { kind: 'organization' as const, id: 'organization' }
  const fact = { kind: `settings.${kind}`, subject, actor: authorOf(actor), payload }
  await atomically((tx) => [...steps(tx), raiseConfiguration(), ...record([fact], now)]).catch((error: unknown) =>
    isDuplicate(error) ? refuse('calendar.stale') : Promise.reject(error),
  )
}
