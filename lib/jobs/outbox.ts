import { sql } from 'drizzle-orm'
import { type Filled, freeze } from '@/db'
import { jobs } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { once } from '@/lib/kit/once'
import type { JobKind } from './define'

const insert = freeze('enqueue', (tx) =>
  tx
    .insert(jobs)
    .values({
      id: sql.placeholder('id'),
      kind: sql.placeholder('kind'),
      payload: sql.placeholder('payload'),
      key: sql.placeholder('key'),
      runAt: sql.placeholder('runAt'),
      attempts: 0,
      createdAt: sql.placeholder('createdAt'),
    } as never)
    .onConflictDoNothing(),
)

/** The write that asks for an effect; goes in the list of the change that wants it. With a `key` an equal one that stands already is kept. */
export const enqueue = <P extends Record<string, unknown>>(
  definition: JobKind<P>,
  payload: P,
  now: Date,
  options: { runAt?: Date; key?: string } = {},
): Filled =>
  insert({
    id: newId('job'),
    kind: definition.kind,
    payload,
    key: options.key ?? null,
    runAt: options.runAt ?? now,
    createdAt: now,
  })

type Bell = { ring: (() => void) | null }
const bell = (): Bell => once('jobs.bell', () => ({ ring: null }))

/** Wakes the worker of this process, if it runs here; another process finds the job at its next look, a second later at most. */
export const nudge = (): void => bell().ring?.()

/** For the worker's loop: what `nudge` calls. */
export const onNudge = (ring: (() => void) | null): void => {
  bell().ring = ring
}
