import { z } from 'zod'
import { eventsAfter } from '@/lib/events'
import { isId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { resource } from './resource'
import { Instant, paging } from './shapes'

const Event = z.strictObject({
  id: z.string(),
  kind: z.string(),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
  payload: z.record(z.string(), z.unknown()),
  at: Instant,
})

/** `GET /events`: the append-only record, oldest first; `nextAfter` is where to go on, now or tomorrow. */
export const eventResources = [
  resource({
    method: 'GET',
    path: '/events',
    scope: 'admin',
    summary: 'What happened, oldest first, after an event’s id: ids, codes, numbers and instants, never words.',
    query: z.strictObject({ after: z.string().max(40).default(''), limit: paging.limit }),
    output: z.strictObject({ data: z.array(Event), nextCursor: z.string().nullable() }),
    run: async (_actor, { query: { after, limit } }) => {
      if (after !== '' && !isId('event', after)) {
        refuse('input.invalid', {}, [{ path: 'query.after', code: 'format', message: 'the id of an event' }])
      }
      const rows = await eventsAfter(after, limit)
      const data = rows.map(({ id, kind, subjectKind, subjectId, actorKind, actorId, payload, at }) => ({
        ...{ id, kind, payload, at },
        subject: { kind: subjectKind, id: subjectId },
        actor: { kind: actorKind, id: actorId },
      }))
      return { status: 200, body: { data, nextCursor: data.length === limit ? (data.at(-1)?.id ?? null) : null } }
    },
  }),
]
