'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { resolve } from '@/lib/followups'
import { ResolveSending } from '@/lib/followups/shared'
import { ResolveInput } from '@/lib/tickets/shared'

const Resolving = ResolveInput.omit({ contact: true }).extend({
  ...ResolveSending.shape,
  id: z.string().max(64),
  /** How somebody spoke with the customer, said along with the resolution. */
  contact: z.enum(['phone', 'visit', 'whatsapp']).nullish(),
})

/** Resolves; the letter that tells the customer may be taken back for some seconds. */
export const resolveTicket = action(Resolving, (actor, { id, contact, ...input }, now) =>
  resolve(
    actor,
    id,
    { ...input, ...(contact && { contact: { channel: contact, direction: 'out', outcome: 'spoke' } as const }) },
    now,
  ),
)
