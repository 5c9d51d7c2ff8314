import { z } from 'zod'
import { type Filled, frozen } from '@/db'
import { events } from '@/db/schema'
import { enqueue, job } from '@/lib/jobs'
import { newId } from '@/lib/kit/ids'
import type { Fact } from './fact'

const insertEvent = frozen(events)

/** Tells every listener of the events it names. */
export const dispatchJob = job('event.dispatch', z.object({ events: z.array(z.string()) }))

/** The writes that put facts down for good, and one `event.dispatch` job when any of them is announced. */
export function record(facts: Fact[], now: Date): Filled[] {
  const rows = facts.map((fact) => ({ id: newId('event'), fact }))
  const announced = rows.filter(({ fact }) => fact.announced).map(({ id }) => id)
  return [
    ...rows.map(({ id, fact }) =>
      insertEvent({
        id,
        kind: fact.kind,
        subjectKind: fact.subject.kind,
        subjectId: fact.subject.id,
        actorKind: fact.actor.kind,
        actorId: fact.actor.id,
        cause: fact.cause ?? null,
        payload: fact.payload ?? {},
        announced: fact.announced ?? false,
        at: now,
      }),
    ),
    ...(announced.length > 0 ? [enqueue(dispatchJob, { events: announced }, now)] : []),
  ]
}
