'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { macrosFor, previewMacro } from '@/lib/desk'
import { translator } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import { ticketById } from '@/lib/tickets'
import { isOpen } from '@/lib/tickets/shared'
import { effectLines } from './_parts/macro-effects'

const Macro = z.object({ macro: z.string().max(64), ticket: z.string().max(64) })

/** Macros that this person may use, most used first. */
export const listMacros = action(z.object({}), async (actor) =>
  (await macrosFor(actor)).map((one) => ({ id: one.id, name: named(one, actor.locale) })),
)

/** What a macro would do to a ticket, written out; nothing is done. */
export const lookAtMacro = action(Macro, async (actor, { macro, ticket }, now) => {
  const t = translator(actor.locale)
  const look = await previewMacro(actor, macro, ticket, now)
  return {
    text: look.text,
    unresolved: look.unresolved,
    effects: effectLines(look.effects, t),
    to: look.to && [look.to.name, look.to.address].filter(Boolean).join(' · '),
    blocked: look.blocked !== null,
    version: look.version,
  }
})

/** The customer's other open tickets that one of them could be joined into. */
export const listTwins = action(z.object({ ticket: z.string().max(64) }), async (actor, { ticket }, now) => {
  const t = translator(actor.locale)
  const { others } = await ticketById(actor, ticket, now)
  return others
    .filter((one) => one.own && isOpen(one.status))
    .map((one) => ({
      id: one.id,
      number: one.number,
      text: [one.touchpoint && named(one.touchpoint, actor.locale), one.score]
        .filter((part) => part !== null)
        .join(' · '),
      note: t(`queue.status.${one.status}`),
    }))
})
