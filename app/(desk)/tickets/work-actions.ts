'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { shown } from '@/app/_server/answer'
import * as desk from '@/lib/desk'
import { draftKinds } from '@/lib/desk/shared'
import { Refusal } from '@/lib/kit/refusal'

const id = z.string().max(64)
const OnTicket = z.object({ macro: id, ticket: id })

/** What a macro would do to a ticket; nothing is done. What would be refused comes as a sentence. */
export const macroPreview = action(OnTicket, async (actor, { macro, ticket }, now) => {
  const look = await desk.previewMacro(actor, macro, ticket, now)
  const { blocked } = look
  if (!blocked) return { ...look, blocked }
  const { message } = shown(new Refusal(blocked.code, blocked.facts), actor.locale)
  return { ...look, blocked: { code: blocked.code, field: blocked.field, message } }
})

/** Does all that a macro says or nothing; `text` are its words as the person changed them, `hold` the seconds for thinking again. */
export const useMacro = action(
  OnTicket.extend({
    version: z.int().optional(),
    text: z.string().max(20_000).optional(),
    hold: z.int().min(0).max(120).optional(),
  }),
  (actor, { macro, ticket, ...how }, now) => desk.runMacro(actor, macro, ticket, how, now),
)

const Draft = z.object({ ticket: id, kind: z.enum(draftKinds) })

/** Lets the team read one's own draft and go on with it, or no longer. */
export const shareDraft = action(Draft.extend({ shared: z.boolean() }), (actor, { ticket, kind, shared }) =>
  desk.shareDraft(actor, ticket, kind, shared),
)

/** Goes on with a colleague's shared draft. */
export const takeDraft = action(Draft.extend({ from: id }), (actor, { ticket, ...which }, now) =>
  desk.takeDraft(actor, ticket, which, now),
)
