'use server'
import { z } from 'zod'
import { action, issuesOf } from '@/app/_server/action'
import { shown } from '@/app/_server/answer'
import { changeTicket, reopen } from '@/lib/followups'
import type { UserActor } from '@/lib/identity/shared'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import * as tickets from '@/lib/tickets'
import { ContactLogInput, DiscardInput, NoteInput, PatchInput, ReopenInput, SnoozeInput } from '@/lib/tickets/shared'

const Id = z.object({ id: z.string() })

// An empty field of a form is a field that was not filled in.
const form = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (given) =>
      given && typeof given === 'object'
        ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
        : given,
    schema,
  )

const kinds = ['assignee', 'team', 'status', 'priority', 'touchpoint', 'rootCause', 'tag', 'untag'] as const
const Changes = z.object({
  tickets: z
    .array(z.object({ id: z.string(), version: z.int(), tags: z.array(z.string().max(64)).max(20).optional() }))
    .min(1)
    .max(200),
  kind: z.enum([...kinds, 'snooze', 'wake', 'unread']),
  value: z.string().max(254).nullable(),
})
type Chosen = z.output<typeof Changes>['tickets'][number]

/** One change of one ticket or of many; each by itself, so that one refusal does not cost the others. */
export const changeTickets = action(Changes, async (actor, { tickets: chosen, kind, value }, now) => {
  const changed: { id: string; version: number }[] = []
  const refused: { id: string; code: string; message: string }[] = []
  for (const one of chosen) {
    try {
      changed.push({ id: one.id, version: await changeOne(actor, one, kind, value, now) })
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push({ id: one.id, code: error.code, message: shown(error, actor.locale).message })
    }
  }
  return { changed, refused }
})

async function changeOne(
  actor: UserActor,
  { id, version, tags = [] }: Chosen,
  kind: z.output<typeof Changes>['kind'],
  value: string | null,
  now: Date,
): Promise<number> {
  if (kind === 'unread') {
    await tickets.markUnread(actor, id, now)
    return version
  }
  if (kind === 'wake') return (await tickets.wake(actor, id, { version }, now)).version
  if (kind === 'snooze')
    return (await tickets.snooze(actor, id, knock(SnoozeInput, { until: value, version }), now)).version
  const set = new Set(tags)
  if (kind === 'tag' && value) set.add(value)
  if (kind === 'untag' && value) set.delete(value)
  const patch = kind === 'tag' || kind === 'untag' ? { tags: [...set] } : { [kind]: value }
  return (await changeTicket(actor, id, knock(PatchInput, { ...patch, version }), now)).version
}

function knock<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : refuse('input.invalid', {}, issuesOf(parsed.error))
}

export const addNote = action(NoteInput.extend(Id.shape), (actor, { id, ...input }, now) =>
  tickets.addNote(actor, id, input, now),
)

export const logContact = action(form(ContactLogInput.extend(Id.shape)), (actor, { id, version: _, ...input }, now) =>
  tickets.logContact(actor, id, input, now),
)

/** Brings it back to work; why stands as a note. */
export const reopenTicket = action(
  form(ReopenInput.extend({ ...Id.shape, reason: z.string().trim().max(2_000).optional() })),
  async (actor, { id, reason, ...input }, now) => {
    await reopen(actor, id, input, now)
    if (reason) await tickets.addNote(actor, id, { text: reason }, now)
  },
)

export const discardTicket = action(form(DiscardInput.extend(Id.shape)), (actor, { id, ...input }, now) =>
  tickets.discard(actor, id, input, now),
)
