import type { ZodType } from 'zod'

/** A kind of effect and the shape of what it needs: ids and codes, never a person's words. */
export type JobKind<P extends Record<string, unknown>> = { kind: string; payload: ZodType<P> }

export const job = <P extends Record<string, unknown>>(kind: string, payload: ZodType<P>): JobKind<P> => ({
  kind,
  payload,
})

/** What a handler is told besides its payload. `attempt` begins at 1. */
export type Context = { now: Date; attempt: number; id: string }

/** What happens when jobs of one kind arrive, several at a time; each resolves to how it ended. */
export type Handler = { kind: string; run: (items: Item[], now: Date) => Promise<Ending[]> }
export type Item = { id: string; payload: Record<string, unknown>; attempts: number }
export type Ending =
  | { id: string; end: 'done' }
  | { id: string; end: 'later'; at: Date }
  | { id: string; end: 'failed'; error: unknown }

/** Handles jobs one by one: a failure of one is its own. */
export const handle = <P extends Record<string, unknown>>(
  definition: JobKind<P>,
  run: (payload: P, context: Context) => Promise<void>,
): Handler => ({
  kind: definition.kind,
  run: async (items, now) => {
    const endings: Ending[] = []
    for (const item of items) {
      endings.push(
        await settle(item, () =>
          run(definition.payload.parse(item.payload), { now, attempt: item.attempts, id: item.id }),
        ),
      )
    }
    return endings
  },
})

/** Handles a whole lease at once, for work that is cheap in company; a failure is everybody's. */
export const handleAll = <P extends Record<string, unknown>>(
  definition: JobKind<P>,
  run: (payloads: P[], now: Date) => Promise<void>,
): Handler => ({
  kind: definition.kind,
  run: async (items, now) => {
    const together = async () =>
      run(
        items.map((item) => definition.payload.parse(item.payload)),
        now,
      )
    const error = await together().then(
      () => undefined,
      (failure: unknown) => ({ failure }),
    )
    return items.map((item) =>
      error ? { id: item.id, end: 'failed', error: error.failure } : { id: item.id, end: 'done' },
    )
  },
})

const brand = Symbol.for('lazo.later')

/** Thrown by a handler that must wait: runs again at `at` without using up an attempt. */
export const later = (at: Date): Error => Object.assign(new Error('later'), { [brand]: at })

async function settle(item: Item, run: () => Promise<void>): Promise<Ending> {
  try {
    await run()
    return { id: item.id, end: 'done' }
  } catch (error) {
    const at = typeof error === 'object' && error !== null ? (error as Record<symbol, unknown>)[brand] : undefined
    return at instanceof Date ? { id: item.id, end: 'later', at } : { id: item.id, end: 'failed', error }
  }
}
